// The functions of the C library that are replaced here, for calls from outside an execution.
#pragma once

#include <dlfcn.h>

#define INTERLEAVE_EXPORT extern "C" __attribute__((visibility("default")))

// real(name)(arguments...) calls the next definition after ours.
#define REAL(name) \
    (reinterpret_cast<decltype(&name)>(::interleave::runtime::real_function<&name>(#name)))

namespace interleave::runtime {

void* look_up(const char* name);

template <auto>
void* real_function(const char* name) {
    static void* found = look_up(name);
    return found;
}

}  // namespace interleave::runtime
