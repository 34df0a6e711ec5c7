// The proof behind StillnessProbe, apart from the question when it is worth the effort.
#pragma once

#include <sys/types.h>

#include <vector>

namespace course {

// Stops all threads for a moment. True: all of them go back to sleep when they go on.
bool exact_look(pid_t pid, const std::vector<pid_t>& ignored);

}  // namespace course
