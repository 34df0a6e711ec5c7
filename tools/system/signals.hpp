// Signals of this process.
#pragma once

namespace sys {

// As a program finds them that a shell starts: nothing handled, ignored or blocked.
// Async-signal-safe: for a child before its exec.
void reset_signals();

// Ends this process by the signal, so that whoever started it sees the truth.
[[noreturn]] void die_of(int signal);

}  // namespace sys
