// Address space that gets memory where it is touched.
#pragma once

#include <sys/mman.h>

#include <cstddef>

namespace interleave::runtime {

// Null if there is none.
inline void* reserve(std::size_t bytes) {
    void* got = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return got == MAP_FAILED ? nullptr : got;
}

}  // namespace interleave::runtime
