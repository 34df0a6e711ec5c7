#include "interleave/command/build.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "system/error.hpp"
#include "system/process.hpp"

namespace fs = std::filesystem;

namespace interleave::command {

using namespace sys;

namespace {

using Words = std::vector<std::string>;

// $CXX may hold more than a name: "ccache g++".
Words compiler(const char* variable, const char* otherwise) {
    const char* wished = std::getenv(variable);
    std::istringstream text(wished ? wished : "");
    Words words;
    for (std::string word; text >> word;) words.push_back(word);
    if (words.empty()) words.emplace_back(otherwise);
    return words;
}

void add(Words& words, const Words& more) {
    words.insert(words.end(), more.begin(), more.end());
}

// What a compiler leaves behind when it is killed goes with the folder.
ProcessEnd run_tool(const Words& command, const fs::path& folder) {
    ProcessSpec spec;
    spec.argv = command;
    spec.environment = {"TMPDIR=" + folder.string()};
    return run_uncancelled(spec);
}

bool is_clang(const Words& compiler, const fs::path& folder) {
    Words command = compiler;
    add(command, {"-dM", "-E", "-x", "c", "/dev/null"});
    return run_tool(command, folder).output.find("__clang__") != std::string::npos;
}

Words compile_command(Kind kind, const Words& more_flags, const fs::path& folder) {
    const bool c = kind == Kind::c;
    Words command = c ? compiler("CC", "gcc") : compiler("CXX", "g++");
    const bool clang = is_clang(command, folder);
    add(command, {c ? "-std=gnu17" : "-std=c++23", "-fsanitize=thread", "-O0", "-g", "-pthread"});
    // Else clang hides the read of x++, because a write of the same place follows, and which
    // compare-exchanges are weak.
    if (clang)
        add(command, {"-mllvm", "-tsan-instrument-read-before-write", "-include",
                      INTERLEAVE_INCLUDE_DIR "/interleave/weak_compare_exchange.h"});
    add(command, {"-I", INTERLEAVE_INCLUDE_DIR});
    add(command, more_flags);
    return command;
}

fs::path own_folder() {
    return fs::read_symlink("/proc/self/exe").parent_path();
}

Words link_command(const std::vector<Input>& inputs) {
    const bool only_c =
        std::ranges::all_of(inputs, [](const Input& input) { return input.kind == Kind::c; });
    Words command = only_c ? compiler("CC", "gcc") : compiler("CXX", "g++");
    add(command, {"-no-pie", "-g", "-pthread"});
    return command;
}

fs::path compile(const Input& input, const Words& flags, const fs::path& folder, std::size_t n) {
    const fs::path object =
        folder / (std::to_string(n) + "-" + input.path.filename().string() + ".o");
    Words command = compile_command(input.kind, flags, folder);
    if (input.kind == Kind::cpp) add(command, {"-x", "c++"});
    add(command, {"-c", input.path.string(), "-o", object.string()});
    const ProcessEnd end = run_tool(command, folder);
    if (end.succeeded()) return object;
    throw Error(kBrokenEnvironment, input.path.string() + " cannot be compiled.\n" + end.output);
}

void refuse_plain(const fs::path& shown, const fs::path& object) {
    if (is_instrumented(object)) return;
    throw Error(kBadUsage, shown.string() +
                               " was compiled without -fsanitize=thread: the explorer cannot see "
                               "what it does. Compile it with -fsanitize=thread -O0 -g.");
}

}  // namespace

fs::path build(const std::vector<Input>& inputs, const Words& compiler_flags,
               const fs::path& folder) {
    if (inputs.front().kind == Kind::program) return inputs.front().path;
    Words command = link_command(inputs);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const bool source = inputs[i].kind != Kind::object;
        const fs::path object =
            source ? compile(inputs[i], compiler_flags, folder, i) : inputs[i].path;
        refuse_plain(inputs[i].path, object);
        command.push_back(object.string());
    }
    const fs::path library = own_folder();
    const fs::path program = folder / "program";
    add(command, {"-L", library.string(), "-linterleave", "-Wl,-rpath," + library.string()});
    add(command, compiler_flags);
    add(command, {"-o", program.string()});
    const ProcessEnd end = run_tool(command, folder);
    if (end.succeeded()) return program;
    throw Error(kBrokenEnvironment, "The program cannot be linked.\n" + end.output);
}

}  // namespace interleave::command
