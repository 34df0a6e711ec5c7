// Whose code an address belongs to.
#pragma once

#include <cstdint>

namespace interleave::runtime {

void find_code_ranges();
bool is_ours(const void* code);       // the explorer's own
bool is_c_library(const void* code);  // libc, the loader, the unwinder: their memory is theirs
bool is_library(const void* code);    // any library: its accesses are not seen
// A loop of the standard library that looks a few times before it goes to sleep.
bool is_bounded_spin(std::uintptr_t code);
// Where an atomic's wait falls asleep.
bool is_standard_wait(std::uintptr_t code);
// The loop of std::lock, which takes and gives back until it has all.
bool is_lock_loop(std::uintptr_t code);
// The lock inside atomic<shared_ptr>, which libstdc++ releases with a relaxed operation after a
// load. It means a release; the standard promises one to the user.
bool is_weak_unlock(std::uintptr_t code);
// The destructor or the assignment of std::thread, which end the program for a joinable one.
bool drops_thread(std::uintptr_t code);

}  // namespace interleave::runtime
