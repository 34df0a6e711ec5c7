#include "course/grading/toolchain.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>

#include "course/grading/sanitizer_report.hpp"
#include "system/error.hpp"
#include "system/file_lock.hpp"
#include "system/process.hpp"
#include "text/text.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;
using namespace text;

namespace {

const fs::path kSource = COURSE_SOURCE_DIR;
const fs::path kOwnBuild = COURSE_BUILD_DIR;

// Held while a build folder is changed, so that two runners do not change it at the same time. The
// launcher takes the same lock.
FileLock build_lock() {
    return FileLock(kOwnBuild.parent_path() / ".lock");
}

PreparationListener& preparation_listener() {
    static PreparationListener listener;
    return listener;
}

void tell(Preparation preparation) {
    if (preparation_listener()) preparation_listener()(preparation);
}

// What Ninja says of each step that is done begins so.
constexpr const char* kNinjaStatus = "NINJA_STATUS=[%f/%t] ";

// Takes Ninja's output piece by piece.
void tell_of_steps(std::string_view piece, std::string& line) {
    for (const char letter : piece) {
        Preparation now;
        if (letter != '\n') {
            line += letter;
            continue;
        }
        const bool counts = std::sscanf(line.c_str(), "[%d/%d] ", &now.done, &now.steps) == 2;
        if (counts && !now.over()) tell(now);
        line.clear();
    }
}

void build_step(const std::vector<std::string>& command, const std::string& what,
                bool tells_progress = false) {
    ProcessSpec spec;
    spec.argv = command;
    spec.directory = kSource;
    std::string line;
    if (tells_progress) {
        spec.environment = {kNinjaStatus};
        spec.on_output = [&](std::string_view piece) { tell_of_steps(piece, line); };
    }
    ProcessEnd end = run_uncancelled(spec);
    if (!end.succeeded())
        throw Error(kBrokenEnvironment, what + " failed; `./course doctor` may name the cure.\n" +
                                            std::string(last_lines(end.output, 20)));
}

bool newer_than(const fs::path& folder, fs::file_time_type time) {
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.last_write_time() > time) return true;
    return false;
}

// Any of what the explorer is built from.
bool explorer_newer_than(fs::file_time_type time) {
    return std::ranges::any_of(
        std::array{"interleave", "symbols", "system", "text"},
        [&](const char* folder) { return newer_than(kSource / "tools" / folder, time); });
}

}  // namespace

bool system_headers_changed(const fs::path& kit, const fs::path& stamp) {
    struct stat written{};
    if (stat(stamp.c_str(), &written) != 0) return true;
    std::ifstream headers(kit / "headers.d");  // "target: header header \\"
    for (std::string word; headers >> word;) {
        if (word == "\\" || word.ends_with(':')) continue;
        struct stat header{};
        if (stat(word.c_str(), &header) != 0) return true;
        const auto when = [](const timespec& time) { return std::pair(time.tv_sec, time.tv_nsec); };
        if (when(header.st_ctim) > when(written.st_mtim)) return true;
    }
    return false;
}

bool is_up_to_date(const fs::path& grading, const fs::path& root) {
    std::error_code missing;
    const auto written = fs::last_write_time(grading, missing);
    if (missing) return false;
    for (const char* source : {"CMakeLists.txt", "CMakePresets.json", "tests/kit/CMakeLists.txt",
                               "tools/interleave/CMakeLists.txt"})
        if (fs::last_write_time(root / source) > written) return false;
    return true;
}

const Toolchain& Toolchain::named(const std::string& asked) {
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<Toolchain>> known;
    const std::string own = kOwnBuild.filename();
    const char* wished = std::getenv("COURSE_TOOLCHAIN");
    const std::string name = !asked.empty() ? asked : wished ? wished : "";
    // The runner of a strict build, ci-gcc, has strict neighbours.
    std::string key = name.empty() ? own : (own.starts_with("ci-") ? "ci-" : "") + name;
    std::lock_guard lock(mutex);
    auto& toolchain = known[key];
    if (!toolchain) toolchain.reset(new Toolchain(key));
    return *toolchain;
}

Toolchain::Toolchain(const std::string& name)
    : name_(name),
      build_(name == kOwnBuild.filename() ? kOwnBuild : kOwnBuild.parent_path() / name) {
    const fs::path file = build_ / "grading.json";
    const auto is_there = [&] { return is_up_to_date(file, kSource) && read(file); };
    if (is_there()) return;
    // Not set up yet, or by an older version of the course.
    tell({});
    const FileLock lock = build_lock();
    if (is_there()) return;
    build_step({"cmake", "--preset", name}, "Setting up the build folder for " + name);
    if (!read(file))
        throw Error(kBrokenEnvironment,
                    file.string() + " is damaged; delete " + build_.string() + " and start again.");
    // CMake does not write it again where it stays the same.
    std::error_code read_only;
    fs::last_write_time(file, fs::file_time_type::clock::now(), read_only);
}

bool Toolchain::read(const fs::path& file) {
    if (!fs::exists(file)) return false;
    try {
        auto json = nlohmann::json::parse(std::ifstream(file));
        compiler_ = json.at("compiler");
        compiler_id_ = json.at("compiler_id");
        compiler_version_ = json.at("compiler_version");
        cmake_ = json.at("cmake");
        ccache_ = json.at("ccache");
        link_flags_ = json.at("link_flags");
        for (auto [engine, key] :
             {std::pair{&native_, "native"}, std::pair{&thread_, "thread"},
              std::pair{&address_, "address"}, std::pair{&schedules_, "schedules"},
              std::pair{&must_not_compile_, "must_not_compile"}}) {
            const auto& kit = json.at("engines").at(key);
            engine->flags = kit.at("flags");
            engine->link = kit.at("link");
            engine->kit = std::string(kit.at("kit"));
        }
        return true;
    } catch (const nlohmann::json::exception&) {
        return false;
    }
}

std::string Toolchain::description() const {
    return compiler_id_ + " " + compiler_version_;
}

const Toolchain::Engine& Toolchain::engine(EngineKind kind) const {
    switch (kind) {
        case EngineKind::thread:
            return thread_;
        case EngineKind::address:
            return address_;
        case EngineKind::must_not_compile:
            return must_not_compile_;
        case EngineKind::schedules:
        case EngineKind::predict:
        case EngineKind::schedule:
            return schedules_;
        case EngineKind::native:
            break;
    }
    return native_;
}

void Toolchain::on_preparation(PreparationListener listener) {
    preparation_listener() = std::move(listener);
}

void Toolchain::build_kit(const fs::path& kit) const {
    const fs::path stamp = kit / "ready";
    // CMake compares the times that headers have, which are those of their package.
    if (fs::exists(stamp) && system_headers_changed(kit, stamp))
        for (const char* header : {"grader_pch.hpp.pch", "grader_pch.hpp.gch"})
            fs::remove(kit / header);
    const std::string target = "grader_" + std::string(kit.filename());
    build_step({cmake_, "--build", build_.string(), "--target", target},
               "Building the grader (" + target + ", " + name_ + ")", true);
    std::ofstream(stamp) << description() << '\n';
}

void Toolchain::prepare(EngineKind kind) const {
    const fs::path& kit = engine(kind).kit;
    const fs::path stamp = kit / "ready";
    auto current = [&] {
        std::error_code none;
        auto time = fs::last_write_time(stamp, none);
        const bool explores = &engine(kind) == &schedules_;
        return !none && !system_headers_changed(kit, stamp) &&
               !newer_than(kSource / "tests/kit", time) &&
               fs::last_write_time(kSource / "tools/course/grading/channel.hpp") <= time &&
               !(explores && explorer_newer_than(time));
    };
    if (current()) return;
    tell({});
    const FileLock lock = build_lock();
    if (!current()) build_kit(kit);
    tell({1, 1});
}

fs::path Toolchain::explorer() const {
    const fs::path program = build_ / "tools/interleave/interleave";
    const fs::path stamp = build_ / "tools/interleave/ready";
    auto current = [&] {
        std::error_code none;
        auto time = fs::last_write_time(stamp, none);
        return !none && fs::exists(program) && !explorer_newer_than(time);
    };
    if (current()) return program;
    const FileLock lock = build_lock();
    if (current()) return program;
    // Older than anything that is edited from now on.
    const auto begin = fs::file_time_type::clock::now();
    std::fprintf(stderr, "Building the explorer ...\n");
    build_step({cmake_, "--build", build_.string(), "--target", "interleave_command"},
               "Building the explorer (" + name_ + ")");
    std::ofstream(stamp) << description() << '\n';
    fs::last_write_time(stamp, begin);
    return program;
}

fs::path Toolchain::benchmark(const std::string& what) const {
    const FileLock lock = build_lock();
    std::fprintf(stderr, "Building the programs to measure ...\n");
    const std::string target = what + "_bench";
    // Once more: what is installed by now is measured, too.
    build_step({cmake_, build_.string()}, "Looking for what can be measured (" + name_ + ")");
    build_step({cmake_, "--build", build_.string(), "--target", target},
               "Building the benchmark " + target + " (" + name_ + ")");
    return build_ / "tests/bench" / what / target;
}

void Toolchain::add_precompiled_header(const Engine& engine,
                                       std::vector<std::string>& command) const {
    if (is_clang())
        command.insert(command.end(),
                       {"-include-pch", (engine.kit / "grader_pch.hpp.pch").string()});
    else
        command.insert(command.end(), {"-include", (engine.kit / "grader_pch.hpp").string()});
}

std::vector<std::string> Toolchain::compile_test(EngineKind kind, const fs::path& source,
                                                 const std::vector<fs::path>& includes,
                                                 const fs::path& object,
                                                 bool compiler_cache) const {
    const Engine& used = engine(kind);
    std::vector<std::string> command;
    if (compiler_cache && !ccache_.empty()) command.push_back(ccache_);
    command.push_back(compiler_);
    command.insert(command.end(), used.flags.begin(), used.flags.end());
    // A helper of the tests may be in a piece whose tests do not use it.
    command.insert(command.end(), {"-Wno-unused-function", "-pipe",
                                   is_clang() ? "-ferror-limit=8" : "-fmax-errors=8"});
    add_precompiled_header(used, command);
    for (const fs::path& include : includes)
        command.insert(command.end(), {"-I", include.string()});
    command.insert(command.end(), {"-x", "c++", "-c", source.string(), "-o", object.string()});
    return command;
}

std::vector<std::string> Toolchain::link_test(EngineKind kind, const std::vector<fs::path>& objects,
                                              const fs::path& program) const {
    const Engine& used = engine(kind);
    std::vector<std::string> command{compiler_};
    command.insert(command.end(), link_flags_.begin(), link_flags_.end());
    for (const fs::path& object : objects) command.push_back(object.string());
    command.insert(command.end(), used.link.begin(), used.link.end());
    // A function that a submission defines is in every piece of the test; they are the same.
    command.insert(command.end(),
                   {"-Wl,-z,muldefs", "-o", program.string(), "-L", used.kit.string(), "-lgrader",
                    "-Wl,-rpath," + used.kit.string()});
    return command;
}

std::vector<std::string> Toolchain::compile_explored(const fs::path& source,
                                                     const std::vector<fs::path>& includes,
                                                     const fs::path& object) const {
    std::vector<std::string> command{compiler_};
    command.insert(command.end(), schedules_.flags.begin(), schedules_.flags.end());
    for (const fs::path& include : includes)
        command.insert(command.end(), {"-I", include.string()});
    command.insert(command.end(), {"-c", source.string(), "-o", object.string()});
    return command;
}

std::vector<std::string> Toolchain::link_explored(const fs::path& object,
                                                  const fs::path& program) const {
    std::vector<std::string> command{compiler_};
    command.insert(command.end(), link_flags_.begin(), link_flags_.end());
    command.push_back(object.string());
    command.insert(command.end(), schedules_.link.begin(), schedules_.link.end());
    command.insert(command.end(), {"-o", program.string()});
    return command;
}

std::vector<std::string> Toolchain::check_test(const fs::path& source,
                                               const std::vector<fs::path>& includes,
                                               const std::set<std::string>& defines) const {
    std::vector<std::string> command{compiler_};
    command.insert(command.end(), must_not_compile_.flags.begin(), must_not_compile_.flags.end());
    command.push_back("-fsyntax-only");
    add_precompiled_header(must_not_compile_, command);
    for (const std::string& define : defines) command.push_back("-D" + define);
    for (const fs::path& include : includes)
        command.insert(command.end(), {"-I", include.string()});
    command.push_back(source.string());
    return command;
}

std::vector<std::string> Toolchain::compile_demo(const fs::path& root, const Demo& demo,
                                                 const std::string& tree,
                                                 const fs::path& output) const {
    std::vector<std::string> command{compiler_};
    const Engine& used = engine(demo.engine);
    command.insert(command.end(), used.flags.begin(), used.flags.end());
    fs::path source = root / "lessons" / demo.lesson / "demos" / (demo.name + ".cpp");
    command.insert(command.end(),
                   {"-g", "-I", (root / tree).string(), source.string(), "-o", output.string()});
    return command;
}

std::vector<std::string> Toolchain::engine_environment(EngineKind kind, const fs::path& log) {
    // Signals are the grader's; addresses are turned into lines by the runner, because a
    // symbolizer would be a process of its own.
    const std::string common =
        "symbolize=0:handle_segv=0:handle_sigbus=0:handle_abort=0:handle_sigfpe=0:handle_sigill=0:"
        "allow_user_segv_handler=1:exitcode=66:log_path=" +
        log.string() + ":" + kSanitizerFrames;
    switch (kind) {
        case EngineKind::thread:
            // Two threads that take two locks in different orders cannot wait for each other where
            // a third lock stands before both. The sanitizer does not see that and would fail right
            // code; the explorer and the proof of a standstill find the real deadlocks.
            return {"TSAN_OPTIONS=" + common +
                    ":halt_on_error=1:atexit_sleep_ms=0:detect_deadlocks=0"};
        case EngineKind::address:
            return {"ASAN_OPTIONS=" + common +
                        ":detect_stack_use_after_return=1:detect_leaks=1:use_sigaltstack=0",
                    "LSAN_OPTIONS=exitcode=66"};
        case EngineKind::native:
        case EngineKind::schedules:
        case EngineKind::predict:
        case EngineKind::schedule:
        case EngineKind::must_not_compile:
            break;
    }
    return {};
}

}  // namespace course
