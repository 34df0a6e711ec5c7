// What a thread of a stopped process waits for, in words.
#pragma once

#include "course/stacks/stopped_process.hpp"
#include "course/stacks/thread_states.hpp"

namespace course {

// Fills `waits_for` and `holder` of `thread`, whose frames are known; `all` gives the names.
void explain_wait(ThreadState& thread, const std::vector<ThreadState>& all,
                  const StoppedProcess& process);

}  // namespace course
