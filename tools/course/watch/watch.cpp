#include "course/watch/watch.hpp"

#include <poll.h>

#include <csignal>

#include "course/watch/session.hpp"
#include "system/error.hpp"
#include "system/signals.hpp"

namespace course {

using namespace sys;

namespace {

// Takes what has come; returns the signal that asks to end, 0 for none.
int take_signals(Signals& signals, Session& session, Terminal& terminal) {
    while (const auto signal = signals.next()) {
        if (asks_to_end(*signal)) return *signal;
        if (*signal == SIGCHLD) session.on_child();
        if (*signal == SIGWINCH) terminal.forget();
        if (*signal == SIGTSTP) session.on_key(kSuspend);
        if (*signal == SIGCONT) {
            terminal.give_back();  // the shell may have changed the settings
            terminal.take();
        }
    }
    return 0;
}

// Returns the signal that ended it, 0 for the learner's wish.
int loop(const Course& course, Signals& signals) {
    Terminal terminal;
    FileWatcher watcher;
    Session session(course, terminal, watcher, signals);
    KeyReader keys;
    while (!session.over() && !terminal.gone()) {
        session.draw();
        pollfd ready[] = {{0, POLLIN, 0}, {watcher.fd(), POLLIN, 0}, {signals.fd(), POLLIN, 0}};
        poll(ready, 3, session.patience());
        session.on_child();
        if (const int signal = take_signals(signals, session, terminal)) return signal;
        if (ready[1].revents && watcher.saved()) session.on_save();
        if (!ready[0].revents) continue;
        for (const Key key : keys.keys(terminal.read())) {
            if (!session.over()) session.on_key(key);
        }
    }
    return session.ended_by();
}

}  // namespace

int watch(const Course& course) {
    int ended_by = 0;
    {
        Signals signals;
        ended_by = loop(course, signals);
    }
    if (ended_by != 0) die_of(ended_by);
    return kPassed;
}

}  // namespace course
