#include "course/screen/guard.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

namespace course {
namespace {

// Only calls that are safe between fork() and exec(), as this process never does the latter.
[[noreturn]] void stand_by(int pipe, const termios& before, const std::string& farewell) {
    prctl(PR_SET_NAME, "course-guard");
    // Out of the foreground group, so that what is sent to the group does not end the guard; with
    // SIGTTOU blocked it may use the terminal from there.
    setpgid(0, 0);
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, nullptr);
    bool taken = false;
    for (char message;;) {
        const ssize_t count = ::read(pipe, &message, 1);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        taken = message == 't';
    }
    if (taken) {
        [[maybe_unused]] const ssize_t written =
            ::write(STDOUT_FILENO, farewell.data(), farewell.size());
        tcsetattr(STDIN_FILENO, TCSANOW, &before);
    }
    _exit(0);
}

}  // namespace

Guard::Guard(const termios& before, const std::string& farewell) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return;
    process_ = fork();
    if (process_ == 0) {
        close(ends[1]);
        stand_by(ends[0], before, farewell);
    }
    close(ends[0]);
    pipe_ = ends[1];
}

Guard::~Guard() {
    if (pipe_ >= 0) close(pipe_);
    if (process_ > 0) {
        while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
}

void Guard::terminal_is_taken(bool taken) {
    const char message = taken ? 't' : 'g';
    [[maybe_unused]] const ssize_t written = pipe_ < 0 ? 0 : ::write(pipe_, &message, 1);
}

}  // namespace course
