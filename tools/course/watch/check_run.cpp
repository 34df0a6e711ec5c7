#include "course/watch/check_run.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <utility>

#include "course/report/formats.hpp"
#include "system/error.hpp"
#include "system/signals.hpp"
#include "text/printable.hpp"
#include "text/text.hpp"

namespace course {

using namespace sys;
using namespace text;

namespace {

constexpr std::chrono::milliseconds kPatience{500};

struct Files {
    int output, errors, progress;
};

// In the child: becomes `course check ID --json - --progress N`.
[[noreturn]] void become_check(pid_t parent, const char* root, const char* id, Files files,
                               const char* progress) {
    setpgid(0, 0);
    reset_signals();
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) _exit(kBrokenEnvironment);
    const int input = open("/dev/null", O_RDONLY);
    if (dup2(input, 0) < 0 || dup2(files.output, 1) < 0 || dup2(files.errors, 2) < 0 ||
        fcntl(files.progress, F_SETFD, 0) != 0 || chdir(root) != 0) {
        _exit(kBrokenEnvironment);
    }
    execl("/proc/self/exe", "course", "check", id, "--json", "-", "--progress", progress, nullptr);
    _exit(kBrokenEnvironment);
}

}  // namespace

CheckRun::CheckRun(const Course& course, const Exercise& exercise) {
    const std::string root = course.root, id = exercise.id();
    const std::string progress = std::to_string(progress_.fd());
    setenv("COURSE_ROOT", root.c_str(), 1);
    const pid_t parent = getpid();
    process_ = fork();
    if (process_ == 0) {
        become_check(parent, root.c_str(), id.c_str(), {output_.fd(), errors_.fd(), progress_.fd()},
                     progress.c_str());
    }
    if (process_ < 0) {
        throw Error(kBrokenEnvironment, "The system does not let the runner start a check now.");
    }
    setpgid(process_, process_);  // on both sides, as either may come first
}

CheckRun::~CheckRun() {
    stop();
    while (!over()) {
        siginfo_t info;
        timespec moment{0, 5'000'000};
        sigset_t child;
        sigemptyset(&child);
        sigaddset(&child, SIGCHLD);
        sigtimedwait(&child, &info, &moment);
    }
}

std::optional<Preparation> CheckRun::preparation() const {
    Preparation now;
    const bool began = pread(progress_.fd(), &now, sizeof now, 0) == sizeof now;
    return began && !now.over() ? std::optional(now) : std::nullopt;
}

void CheckRun::stop() {
    if (process_ < 0 || kill_at_) return;
    kill(-process_, SIGTERM);
    kill_at_ = Clock::now() + kPatience;
}

bool CheckRun::over() {
    if (process_ < 0) return true;
    if (kill_at_ && Clock::now() >= *kill_at_) kill(-process_, SIGKILL);
    const pid_t gone = waitpid(process_, &status_, WNOHANG);
    if (gone == 0 || (gone < 0 && errno == EINTR)) return false;
    process_ = -1;
    return true;
}

int CheckRun::patience() const {
    if (!kill_at_ || process_ < 0) return -1;
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(*kill_at_ - Clock::now());
    return static_cast<int>(std::max<long>(10, left.count() + 1));
}

CheckEnd CheckRun::end() const {
    const bool judged = WIFEXITED(status_) && WEXITSTATUS(status_) <= kNotPassed;
    if (judged) {
        try {
            return {result_from_json(output_.text()), ""};
        } catch (const Error& error) {
            return {std::nullopt, error.what()};
        }
    }
    const std::string said(trimmed(printable(errors_.text())));
    if (!said.empty()) return {std::nullopt, said};
    return {std::nullopt, "The check ended without a verdict; ./course doctor may know why."};
}

}  // namespace course
