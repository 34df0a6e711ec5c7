#include "course/commands/doctor.hpp"

#include <fmt/core.h>
#include <langinfo.h>
#include <unistd.h>

#include <clocale>
#include <csignal>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "course/commands/packages.hpp"
#include "course/grading/toolchain.hpp"
#include "course/stacks/thread_states.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "system/process.hpp"
#include "system/temporary_folder.hpp"
#include "system/terminal.hpp"
#include "text/text.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace text;

using namespace sys;

namespace {

const std::vector<std::string> kClang = {"clang-19", "libclang-rt-19-dev"};

// What the examinations found, printed as they find it: some take a second.
class Report {
  public:
    void ok(const std::string& subject, const std::string& found) { line("ok", subject, found); }

    // The course works without it.
    void advise(const std::string& subject, const std::string& found, const std::string& cure) {
        line("advice", subject, found);
        fmt::print("{:9}cure: {}\n", "", cure);
    }

    // Nothing can be graded before this is cured.
    void broken(const std::string& subject, const std::string& found, const std::string& cure) {
        line("BROKEN", subject, found);
        fmt::print("{:9}cure: {}\n", "", cure);
        ++broken_;
    }

    int broken() const { return broken_; }

  private:
    void line(const char* health, const std::string& subject, const std::string& found) {
        fmt::print("{:7}  {:24}  {}\n", health, subject, found);
        std::fflush(stdout);
    }

    int broken_ = 0;
};

// How the program ended; nothing if there is no such program.
std::optional<ProcessEnd> try_to_run(const std::vector<std::string>& command,
                                     const std::string& input = {}, bool confine = false) {
    ProcessSpec spec;
    spec.argv = command;
    spec.input = input;
    spec.confine = confine;
    spec.allow_tracing = true;
    spec.limits.wall_seconds = 60;
    try {
        return run(spec);
    } catch (const Error&) {
        return {};
    }
}

using Version = std::pair<int, int>;

// The first version number in a text such as "cmake version 3.25.1".
Version version_in(const std::string& text) {
    Version version{0, 0};
    std::size_t digit = text.find_first_of("0123456789");
    if (digit != std::string::npos)
        std::sscanf(text.c_str() + digit, "%d.%d", &version.first, &version.second);
    return version;
}

std::optional<Version> version_of(const std::string& program) {
    auto end = try_to_run({program, "--version"});
    if (!end || !end->succeeded()) return {};
    return version_in(end->output);
}

std::string to_string(Version version) {
    return fmt::format("{}.{}", version.first, version.second);
}

bool knows_expected(const std::string& compiler) {
    auto end = try_to_run({compiler, "-std=c++23", "-fsyntax-only", "-x", "c++", "-"},
                          "#include <expected>\nstd::expected<int, int> value = 1;\n");
    return end && end->succeeded();
}

void examine_compilers(Report& report, const Packages& packages) {
    try {
        report.ok("grading compiler", Toolchain::named("").description());
    } catch (const Error& error) {
        report.broken("grading compiler", error.what(), "rm -r build, then ./course");
    }
    const bool gcc = knows_expected("g++"), clang = knows_expected("clang++-19");
    auto found = [](const char* program) {
        auto version = version_of(program);
        return version ? to_string(*version) : "not found";
    };
    auto unfit = [&](const char* program) {
        return version_of(program) ? found(program) + " has no std::expected" : "not found";
    };
    if (gcc)
        report.ok("g++", found("g++"));
    else if (clang)
        report.advise("g++", unfit("g++"), packages.cure({"g++"}) + " (12 or newer)");
    else
        report.broken(
            "g++", unfit("g++"),
            packages.cure({"g++"}) + " (12 or newer; Debian 12 and Ubuntu 24.04 have it)");
    if (clang)
        report.ok("clang++-19", found("clang++-19"));
    else
        report.advise("clang++-19",
                      unfit("clang++-19") + "; with it, each verdict takes a third less time",
                      packages.cure(kClang));
}

void examine_build_tools(Report& report, const Packages& packages) {
    struct Tool {
        const char *name, *package;
        Version least;
    };
    const Tool tools[] = {{"cmake", "cmake", {3, 25}}, {"ninja", "ninja-build", {1, 10}}};
    for (const auto& [tool, package, least] : tools) {
        auto version = version_of(tool);
        if (version && *version >= least)
            report.ok(tool, to_string(*version));
        else
            report.broken(
                tool, version ? to_string(*version) + " is too old" : "not found",
                fmt::format("{} ({} or newer)", packages.cure({package}), to_string(least)));
    }
}

void examine_libraries(Report& report, const Packages& packages) {
    const auto missing = packages.missing_libraries();
    if (missing.empty())
        report.ok("libraries", fmt::format("all {} are installed", packages.libraries().size()));
    else
        report.broken("libraries", "missing: " + enumerate(missing, "and"), packages.cure(missing));
}

std::string read_setting(const fs::path& file) {
    auto text = read_file_if_present(file);
    return text ? text->substr(0, text->find('\n')) : "unknown";
}

// A program that starts a thread, built with the sanitizer. With unlucky addresses
// ThreadSanitizer of older compilers refuses to start, and only now and then: so try it often.
void examine_sanitizer(Report& report, const fs::path& scratch, const std::string& compiler,
                       const std::string& sanitizer, const std::string& name,
                       const std::string& cure) {
    const std::string program = scratch / "probe";
    auto built = try_to_run(
        {compiler, "-x", "c++", "-", "-fsanitize=" + sanitizer, "-pthread", "-o", program},
        "#include <thread>\nint main() { std::thread([] {}).join(); }\n");
    if (!built || !built->succeeded()) {
        report.broken(name, "its run-time is missing", cure);
        return;
    }
    // What it says instead of starting; nothing if it always starts.
    auto complaint = [&](bool fixed_addresses) {
        std::optional<std::string> text;
        for (int i = 0; i < 10 && !text; ++i) {
            auto end = try_to_run({program}, {}, fixed_addresses);
            if (!end || !end->succeeded()) text = end ? end->output : "";
        }
        return text;
    };
    const auto randomised = complaint(false);
    if (!randomised) {
        report.ok(name, "starts");
        return;
    }
    const std::string bits = read_setting("/proc/sys/vm/mmap_rnd_bits");
    const std::string sysctl = "sudo sysctl vm.mmap_rnd_bits=28";
    const std::string found = "refuses randomised addresses (vm.mmap_rnd_bits is " + bits + ")";
    const auto fixed = complaint(true);
    if (!fixed)
        report.advise(name, found + "; the grader fixes them",
                      "for your own programs: setarch -R ./program, or " + sysctl);
    else if (fixed->find("memory mapping") != std::string::npos)
        report.broken(name, found + ", and they cannot be fixed here",
                      sysctl + "; in a container: start it with --security-opt seccomp=unconfined");
    else
        report.broken(name, "does not start: " + fixed->substr(0, fixed->find('\n')),
                      "a program built with -fsanitize=" + sanitizer + " has to run here");
}

void examine_sanitizers(Report& report, const Packages& packages) {
    std::string compiler, cure;
    try {
        const Toolchain& toolchain = Toolchain::named("");
        compiler = toolchain.compiler();
        cure = packages.cure(toolchain.is_clang() ? kClang : std::vector<std::string>{"g++"});
    } catch (const Error&) {
        return;  // reported with the compilers
    }
    const TemporaryFolder scratch("course-doctor");
    examine_sanitizer(report, scratch.path(), compiler, "thread", "ThreadSanitizer", cure);
    examine_sanitizer(report, scratch.path(), compiler, "address", "AddressSanitizer", cure);
}

// Looks at the threads of a program that sleeps, as the grader looks at one that hangs.
void examine_tracing(Report& report) {
    bool seen = false;
    ProcessSpec sleeper;
    sleeper.argv = {"sleep", "60"};
    Watcher watcher;
    watcher.look = [&](pid_t pid) {
        seen = !thread_states(pid, {}).empty();
        return false;
    };
    run(sleeper, watcher);
    if (seen) {
        report.ok("stacks of a hang", "can be read");
        return;
    }
    report.advise("stacks of a hang",
                  "the kernel forbids tracing (kernel.yama.ptrace_scope is " +
                      read_setting("/proc/sys/kernel/yama/ptrace_scope") +
                      "): a deadlock is found, its stacks are not shown",
                  "sudo sysctl kernel.yama.ptrace_scope=1; in a container: --cap-add SYS_PTRACE");
}

// A confined program that starts another one has to be stopped by the kernel.
void examine_confinement(Report& report) {
    auto end = try_to_run({"sh", "-c", "/bin/true; exit 0"}, {}, true);
    if (end && end->signal == SIGSYS)
        report.ok("confinement", "a graded program cannot start others");
    else
        report.advise("confinement",
                      "the kernel has no system call filter: what a graded program starts is "
                      "ended afterwards",
                      "a kernel with CONFIG_SECCOMP_FILTER; nothing else is lost");
}

void examine_folder(Report& report, const fs::path& root) {
    if (access(root.c_str(), W_OK) == 0 && access((root / "exercises").c_str(), W_OK) == 0)
        report.ok("folder", root.string());
    else
        report.broken("folder", root.string() + " cannot be written to",
                      "copy the project to a folder of your own");
    std::error_code failed;
    const auto megabytes = fs::space(root, failed).available >> 20;
    const std::string found = fmt::format("{} MB free", megabytes);
    if (failed || megabytes >= 1024)
        report.ok("disk", failed ? "unknown" : found);
    else if (megabytes >= 128)
        report.advise("disk", found, "free 1 GB: a build takes about a third of it");
    else
        report.broken("disk", found, "free 1 GB");
}

void examine_terminal(Report& report) {
    if (isatty(STDOUT_FILENO)) {
        const TerminalSize size = terminal_size();
        const std::string found = fmt::format("{} columns, {} lines, {}", size.columns, size.rows,
                                              wants_colour() ? "colour" : "no colour");
        if (size.columns >= 80 && size.rows >= 24)
            report.ok("terminal", found);
        else
            report.advise("terminal", found, "make it 80 columns by 24 lines or larger");
    } else {
        report.ok("terminal", "none: ./course prints the progress instead of watching");
    }
    std::setlocale(LC_CTYPE, "");
    const std::string letters = nl_langinfo(CODESET);
    if (letters == "UTF-8")
        report.ok("letters", letters);
    else
        report.advise("letters", letters, "export LANG=C.UTF-8");
}

void examine_editor(Report& report, const Packages& packages) {
    const std::string needed = "an editor needs 19 or newer to read C++23 as g++ does";
    for (const char* clangd : {"clangd", "clangd-19", "clangd-20", "clangd-21"}) {
        auto version = version_of(clangd);
        if (!version || *version < Version{19, 0}) continue;
        report.ok("clangd", to_string(*version) + "; set your editor to use " + clangd);
        return;
    }
    auto version = version_of("clangd");
    report.advise("clangd", (version ? to_string(*version) : "not found") + "; " + needed,
                  packages.cure({"clangd-19"}) + ", and name it in the editor's settings");
}

void examine_cores(Report& report) {
    const unsigned cores = std::thread::hardware_concurrency();
    if (cores >= 2)
        report.ok("cores", std::to_string(cores));
    else
        report.advise("cores", std::to_string(cores),
                      "none needed: verdicts are the same on one core, only later");
}

}  // namespace

int doctor(const fs::path& root) {
    Report report;
    const Packages packages(root);
    examine_compilers(report, packages);
    examine_build_tools(report, packages);
    examine_libraries(report, packages);
    examine_sanitizers(report, packages);
    examine_tracing(report);
    examine_confinement(report);
    examine_folder(report, root);
    examine_terminal(report);
    examine_editor(report, packages);
    examine_cores(report);
    fmt::print("\n{}\n", report.broken() == 0 ? "Exercises can be graded here."
                                              : "Not ready: cure what is BROKEN, then try again.");
    return report.broken() == 0 ? kPassed : kBrokenEnvironment;
}

}  // namespace course
