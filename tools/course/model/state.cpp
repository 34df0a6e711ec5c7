#include "course/model/state.hpp"

#include <sstream>

#include "system/error.hpp"
#include "system/file_lock.hpp"
#include "system/files.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;

namespace {

fs::path state_file(const fs::path& root) {
    return root / ".course" / "state";
}

// False for a line that none of the forms below fits.
bool take_line(State& state, const std::string& line) {
    std::istringstream words(line);
    std::string what, id, too_much;
    if (!(words >> what) || what.starts_with('#')) return true;
    if (!(words >> id)) return false;
    if (what == "passed") {
        state.passed.insert(id);
    } else if (what == "lent") {
        state.lent.insert(id);
    } else if (what == "current") {
        state.current = id;
    } else if (what == "hints") {
        int count = 0;
        if (!(words >> count) || count < 1 || count > 3) return false;
        state.hints[id] = count;
    } else {
        return false;
    }
    return !(words >> too_much);
}

// Held by whoever changes the state, so that two runners at once lose nothing. Without the lock
// saving fails too, with a better sentence than any from here.
FileLock state_lock(const fs::path& root) {
    std::error_code failed;
    fs::create_directories(root / ".course", failed);
    return FileLock(root / ".course" / "lock");
}

}  // namespace

State load_state(const fs::path& root) {
    State state;
    const auto text = read_file_if_present(state_file(root));
    if (!text) return state;
    std::istringstream lines(*text);
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        if (take_line(state, line)) continue;
        throw Error(kBrokenEnvironment,
                    state_file(root).string() + ":" + std::to_string(number) +
                        ": this line is damaged; expected \"passed ID\", \"lent ID\", "
                        "\"hints ID 1..3\" or \"current ID\". Mend or remove the line; nothing "
                        "was changed.");
    }
    return state;
}

void save_state(const fs::path& root, const State& state) {
    std::ostringstream text;
    text << "# Progress in the course. One fact a line; the runner rewrites this file.\n";
    if (!state.current.empty()) text << "current " << state.current << '\n';
    for (const auto& id : state.passed) text << "passed " << id << '\n';
    for (const auto& id : state.lent) text << "lent " << id << '\n';
    for (const auto& [id, count] : state.hints) text << "hints " << id << ' ' << count << '\n';
    try {
        write_file_if_changed(state_file(root), text.str());
    } catch (const Error& error) {
        throw Error(kBrokenEnvironment,
                    std::string("your progress could not be saved: ") + error.what());
    }
}

State update_state(const fs::path& root, const std::function<void(State&)>& change) {
    const FileLock lock = state_lock(root);
    State state = load_state(root);
    change(state);
    save_state(root, state);
    return state;
}

}  // namespace course
