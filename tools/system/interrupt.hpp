// Ctrl-C and the like, for commands that start other programs.
#pragma once

namespace sys {

// From now on SIGINT, SIGTERM and SIGHUP end every run() instead of this process, which then ends
// in order, leaving nothing behind. One that is ignored stays ignored.
void cancel_runs_on_signals();

// One of them came.
bool interrupted();

// Ends this process by the signal that came, so that whoever started it sees the truth. Returns
// only if none came.
void die_if_interrupted();

}  // namespace sys
