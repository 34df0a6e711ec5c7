// The real runner on a pseudo-terminal, in a copy of the fixture course.
#pragma once

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "terminal_model.hpp"

namespace course_test {

namespace fs = std::filesystem;

class DrivenRunner {
  public:
    struct Options {
        int columns = 80, rows = 24;
        std::vector<std::string> environment;  // "NAME=value", on top of a plain one
        std::filesystem::path course;          // empty: a fresh copy of the fixture
        std::string arguments;                 // of the command, for the shell
    };
    DrivenRunner() : DrivenRunner(Options{}) {}
    explicit DrivenRunner(const Options& options);
    // Ends what is left and removes the copy.
    ~DrivenRunner();
    DrivenRunner(const DrivenRunner&) = delete;
    DrivenRunner& operator=(const DrivenRunner&) = delete;

    void type(std::string_view keys);
    bool resize(int columns, int rows);  // true once the runner has painted the new size
    void hang_up();                      // as if the terminal's window was closed

    // Reads from the terminal until the condition holds. False only after a limit that no healthy
    // machine reaches.
    bool wait(const std::function<bool()>& condition);
    bool wait_for(std::string_view words);
    bool wait_for_end() { return wait_for("[ended "); }

    const TerminalModel& screen() const { return screen_; }
    bool settings_are_restored() const;  // the terminal's are as before the start

    std::filesystem::path file(const std::string& name) const { return course_ / name; }
    void save(const std::string& name, const std::string& text) const;  // writes in place
    void save_by_rename(const std::string& name, const std::string& text) const;

    pid_t runner() const;
    // Every process that the runner or its descendants started, and the runner itself.
    std::vector<pid_t> processes() const;
    // The program that holds the learner's code is running.
    bool learners_program_runs() const;

  private:
    void read_some(int milliseconds);

    std::filesystem::path course_;
    bool own_copy_ = false;
    std::string mark_;  // in the environment of all its processes
    int terminal_ = -1;
    pid_t shell_ = -1;
    termios before_{};
    TerminalModel screen_;
};

// For a machine that is stuck, not for a slow one.
inline constexpr std::chrono::minutes kLastResort{4};

inline std::string need(const char* variable) {
    const char* value = std::getenv(variable);
    if (!value) throw std::runtime_error(std::string(variable) + " is not set");
    return value;
}

inline std::string content(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// The shell stands for the learner's own: it stays when the runner ends, and says how it did.
[[noreturn]] inline void become_shell(const fs::path& course, const std::string& arguments,
                                      const std::vector<std::string>& environment) {
    const std::string binary = need("COURSE_BINARY");
    if (chdir(course.c_str()) != 0) _exit(127);
    for (const char* name : {"NO_COLOR", "COURSE_ROOT", "VISUAL", "EDITOR"}) {
        unsetenv(name);
    }
    setenv("TERM", "xterm-256color", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    for (const std::string& variable : environment) putenv(strdup(variable.c_str()));
    const std::string script =
        "COURSE_TEST=$MARK \"$0\" " + arguments + "; echo \"[ended $?]\"; read line";
    execl("/bin/sh", "sh", "-c", script.c_str(), binary.c_str(), nullptr);
    _exit(127);
}

// A fresh copy of the fixture course. The caller removes it.
inline fs::path copy_of_fixture() {
    const std::string fixture = need("COURSE_FIXTURE");
    std::string name = (fs::temp_directory_path() / "course-test-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder can be made");
    fs::copy(fixture, name, fs::copy_options::recursive);
    return name;
}

inline DrivenRunner::DrivenRunner(const Options& options)
    : course_(options.course), screen_(options.columns, options.rows) {
    own_copy_ = course_.empty();
    if (own_copy_) course_ = copy_of_fixture();
    static int count = 0;
    mark_ = std::to_string(getpid()) + "-" + std::to_string(++count);
    winsize size{};
    size.ws_col = static_cast<unsigned short>(options.columns);
    size.ws_row = static_cast<unsigned short>(options.rows);
    std::vector<std::string> environment = options.environment;
    environment.push_back("MARK=" + mark_);
    shell_ = forkpty(&terminal_, nullptr, nullptr, &size);
    if (shell_ == 0) become_shell(course_, options.arguments, environment);
    if (shell_ < 0) throw std::runtime_error("no pseudo-terminal can be made");
    tcgetattr(terminal_, &before_);
}

inline DrivenRunner::~DrivenRunner() {
    // One that is dying may still write into the copy.
    for (auto left = processes(); !left.empty(); left = processes()) {
        for (const pid_t process : left) kill(process, SIGKILL);
    }
    kill(shell_, SIGKILL);
    waitpid(shell_, nullptr, 0);
    if (terminal_ >= 0) close(terminal_);
    std::error_code ignored;
    if (own_copy_) fs::remove_all(course_, ignored);
}

inline void DrivenRunner::type(std::string_view keys) {
    [[maybe_unused]] const ssize_t count = write(terminal_, keys.data(), keys.size());
}

inline bool DrivenRunner::resize(int columns, int rows) {
    screen_.resize(columns, rows);
    winsize size{};
    size.ws_col = static_cast<unsigned short>(columns);
    size.ws_row = static_cast<unsigned short>(rows);
    ioctl(terminal_, TIOCSWINSZ, &size);
    return wait([&] { return screen_.repainted(); });
}

inline void DrivenRunner::hang_up() {
    close(terminal_);
    terminal_ = -1;
}

inline bool DrivenRunner::wait(const std::function<bool()>& condition) {
    const auto give_up = std::chrono::steady_clock::now() + kLastResort;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > give_up) return false;
        read_some(20);
    }
    return true;
}

inline bool DrivenRunner::wait_for(std::string_view words) {
    // Nothing more comes from a runner that has ended.
    wait([&] { return screen_.shows(words) || screen_.shows("[ended "); });
    return screen_.shows(words);
}

inline void DrivenRunner::read_some(int milliseconds) {
    pollfd ready{terminal_, POLLIN, 0};
    if (poll(&ready, 1, milliseconds) <= 0) return;
    char bytes[4096];
    const ssize_t count = read(terminal_, bytes, sizeof bytes);
    if (count > 0) screen_.feed({bytes, static_cast<std::size_t>(count)});
}

inline bool DrivenRunner::settings_are_restored() const {
    termios now{};
    tcgetattr(terminal_, &now);
    return now.c_iflag == before_.c_iflag && now.c_oflag == before_.c_oflag &&
           now.c_cflag == before_.c_cflag && now.c_lflag == before_.c_lflag &&
           std::memcmp(now.c_cc, before_.c_cc, sizeof now.c_cc) == 0;
}

inline void DrivenRunner::save(const std::string& name, const std::string& text) const {
    std::ofstream(file(name), std::ios::binary) << text;
}

inline void DrivenRunner::save_by_rename(const std::string& name, const std::string& text) const {
    save(name + ".new", text);
    fs::rename(file(name + ".new"), file(name));
}

inline pid_t DrivenRunner::runner() const {
    const std::string shell = std::to_string(shell_);
    return std::atoi(content("/proc/" + shell + "/task/" + shell + "/children").c_str());
}

inline std::vector<pid_t> DrivenRunner::processes() const {
    const std::string variable = std::string("COURSE_TEST=") + mark_ + '\0';
    std::vector<pid_t> found;
    for (const auto& entry : fs::directory_iterator("/proc")) {
        const pid_t process = std::atoi(entry.path().filename().c_str());
        // A dead process that nobody has asked about yet has an empty environment.
        if (process > 0 && content(entry.path() / "environ").find(variable) != std::string::npos) {
            found.push_back(process);
        }
    }
    return found;
}

inline bool DrivenRunner::learners_program_runs() const {
    for (const pid_t process : processes()) {
        std::error_code gone;
        const std::string program =
            fs::read_symlink("/proc/" + std::to_string(process) + "/exe", gone);
        // Test programs are built in a folder named after their exercise; compilers are not.
        if (!gone && program.find("/01_first/answer/") != std::string::npos) return true;
    }
    return false;
}

}  // namespace course_test
