// An exploration in a process of its own: whatever the explored program does, the caller lives.
#pragma once

#include <interleave/interleave.hpp>

namespace interleave::search {

// Runs `body` (called on a fiber) in a child process and gives back what it found.
Result explore_in_child(const Options& options, bool collect, void (*body)(void*), void* argument);

// In this process, which must not be used for anything else afterwards.
Result explore_here(const Options& options, bool collect, void (*body)(void*), void* argument);

}  // namespace interleave::search
