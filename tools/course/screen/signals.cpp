#include "course/screen/signals.hpp"

#include <sys/signalfd.h>
#include <unistd.h>

namespace course {
namespace {

sigset_t awaited() {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal :
         {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGCHLD, SIGTSTP, SIGCONT}) {
        sigaddset(&set, signal);
    }
    return set;
}

void unblock(int signal) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal);
    sigprocmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace

Signals::Signals() {
    const sigset_t set = awaited();
    sigprocmask(SIG_BLOCK, &set, &before_);
    descriptor_ = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    // An ignored SIGCHLD would take the exit status of children away.
    std::signal(SIGCHLD, SIG_DFL);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGTTOU, SIG_IGN);
}

Signals::~Signals() {
    close(descriptor_);
    std::signal(SIGPIPE, SIG_DFL);
    std::signal(SIGTTOU, SIG_DFL);
    sigprocmask(SIG_SETMASK, &before_, nullptr);
}

std::optional<int> Signals::next() {
    signalfd_siginfo info{};
    if (read(descriptor_, &info, sizeof info) != sizeof info) return {};
    return static_cast<int>(info.ssi_signo);
}

bool asks_to_end(int signal) {
    return signal == SIGINT || signal == SIGTERM || signal == SIGHUP || signal == SIGQUIT;
}

void suspend_job() {
    sigset_t before;
    sigprocmask(SIG_SETMASK, nullptr, &before);
    std::signal(SIGTSTP, SIG_DFL);
    kill(0, SIGTSTP);
    unblock(SIGTSTP);  // stops here
    sigprocmask(SIG_SETMASK, &before, nullptr);
}

}  // namespace course
