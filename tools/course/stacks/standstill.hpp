// The story of a program that stands still, for the person who wrote it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "course/stacks/thread_states.hpp"

namespace course {

// One or two lines for each thread: what it waits for, and the innermost frame of the learner's
// own. Threads that wait for the same thing at the same place share them. Below, a sentence for
// each circle of threads that wait for each other.
std::vector<std::string> describe_standstill(const std::vector<ThreadState>& threads,
                                             const std::function<bool(const Frame&)>& is_learners);

}  // namespace course
