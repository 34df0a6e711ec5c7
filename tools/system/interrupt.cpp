#include "system/interrupt.hpp"

#include <csignal>

#include "system/process.hpp"
#include "system/signals.hpp"

namespace sys {
namespace {

volatile std::sig_atomic_t signal_that_came = 0;

void take_signal(int signal) {
    signal_that_came = signal;
    cancel_all_runs();
}

}  // namespace

void cancel_runs_on_signals() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before{};
        sigaction(signal, nullptr, &before);
        if (before.sa_handler == SIG_IGN) continue;
        struct sigaction action{};
        action.sa_handler = take_signal;
        sigemptyset(&action.sa_mask);
        sigaction(signal, &action, nullptr);
    }
}

bool interrupted() {
    return signal_that_came != 0;
}

void die_if_interrupted() {
    if (interrupted()) die_of(signal_that_came);
}

}  // namespace sys
