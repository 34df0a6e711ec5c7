// The threads of another process: where they are and what they wait for.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "symbols/symbols.hpp"

namespace course {

using symbols::Frame;
using symbols::frame_of;
using symbols::frames_of;

struct ThreadState {
    pid_t tid = 0;
    std::string name;       // "main thread", or "thread 1", "thread 2", ... in order of creation
    std::string waits_for;  // "the lock that thread 3 holds", "thread 2 to end", "a condition
                            // variable"; empty: it runs or the kernel does not say
    pid_t holder = 0;       // the thread that holds the lock, or is to end; 0: none or not known
    std::vector<Frame> frames;  // innermost first; an inlined function has a frame of its own
};

// Stacks of all threads of `pid`, which is stopped for the moment it takes. An empty list where
// the kernel forbids tracing. `ignored` threads are left out. A thread that has ended is too.
std::vector<ThreadState> thread_states(pid_t pid, const std::vector<pid_t>& ignored);

}  // namespace course
