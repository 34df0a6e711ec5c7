#include "system/signals.hpp"

#include <csignal>
#include <cstdlib>

namespace sys {

void reset_signals() {
    for (int signal = 1; signal < NSIG; ++signal) std::signal(signal, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

void die_of(int signal) {
    std::signal(signal, SIG_DFL);
    raise(signal);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal);
    sigprocmask(SIG_UNBLOCK, &set, nullptr);
    std::_Exit(128 + signal);
}

}  // namespace sys
