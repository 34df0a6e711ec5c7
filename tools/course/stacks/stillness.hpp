// Whether another process stands still.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace course {

// Proves that a process stands still: that every thread of it sleeps, at one and the same time, in
// a futex wait without a time-out. No one is left then who could wake another, so the proof does
// not depend on the speed of the machine.
//
// Two looks at /proc find every thread off its processor and in such a wait, and no thread switched
// in between: then each of them slept from its first look to its second, and all of them did at
// the moment between the two rounds. This leaves the process alone. Where the kernel has no
// /proc/PID/syscall, an exact look follows: it stops all threads by tracing and finds each in such
// a wait, its word still at the awaited value and no signal on its way; when they go on, each of
// them sleeps again. A leak check of AddressSanitizer, which traces too, fails if it begins in just
// that moment.
//
// Only futex waits count; every wait for another thread ends in one. A wait for input, a child or
// a signal can be ended from outside and never counts, nor does one with a time-out. A futex in
// memory that is shared with other processes counts. What the probe cannot see is a signal that is
// still to come, such as that of a timer, whose handler would wake a thread.
//
// Where the kernel allows neither way, stands_still() never returns true.
class StillnessProbe {
  public:
    explicit StillnessProbe(pid_t pid) : pid_(pid) {}

    // Call every few milliseconds. True: the process stands still. `ignored`: threads that do not
    // count, such as a sanitizer's background thread.
    bool stands_still(const std::vector<pid_t>& ignored);

  private:
    pid_t pid_;
    std::string last_look_;
};

// The exact look, apart from the question when it is worth the effort. Stops all threads for a
// moment. True: all of them go back to sleep when they go on.
bool exact_look(pid_t pid, const std::vector<pid_t>& ignored);

}  // namespace course
