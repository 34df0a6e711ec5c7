// What a graded program may not ask of the system.
#pragma once

namespace sys {

// For the calling process, from now on and through exec: starting a process, leaving its process
// group and reaching into or signalling another process raise SIGSYS. Threads are free.
// Returns false where the kernel offers no such filter. Async-signal-safe.
bool confine_this_process(bool allow_tracing);

}  // namespace sys
