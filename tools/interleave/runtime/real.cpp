#include "interleave/runtime/real.hpp"

#include <cstdlib>
#include <cstring>

namespace interleave::runtime {

void* look_up(const char* name) {
    // Condition variables exist twice; a plain look-up may give those of an ABI long gone.
    void* found = nullptr;
    if (std::strncmp(name, "pthread_cond_", 13) == 0)
        found = dlvsym(RTLD_NEXT, name, "GLIBC_2.3.2");
    if (!found) found = dlsym(RTLD_NEXT, name);
    if (!found) std::abort();
    return found;
}

}  // namespace interleave::runtime
