#include "course/watch/watch.hpp"

#include <poll.h>

#include <algorithm>
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

// Of two times to wait; -1 is for ever.
int sooner(int a, int b) {
    return a < 0 || b < 0 ? std::max(a, b) : std::min(a, b);
}

// Returns the signal that ended it, 0 for the learner's wish.
int loop(const Course& course, Signals& signals) {
    Terminal terminal;
    FileWatcher watcher;
    Session session(course, terminal, watcher, signals);
    KeyReader keys;
    for (bool changed = true; !session.over() && !terminal.gone();) {
        if (changed) session.draw();
        pollfd ready[] = {{0, POLLIN, 0}, {signals.fd(), POLLIN, 0}};
        changed = poll(ready, 2, sooner(session.patience(), watcher.patience())) != 0;
        session.on_child();
        if (const int signal = take_signals(signals, session, terminal)) return signal;
        if (watcher.saved()) {
            session.on_save();
            changed = true;
        }
        changed = session.progressed() || changed;
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
