// Plain accesses of the explored program.
#pragma once

#include "interleave/runtime/execution.hpp"
#include "interleave/runtime/layout.hpp"

namespace interleave::runtime {

// So many accesses without a step, and the thread gives way: it may be waiting for another one
// through a plain variable.
inline constexpr std::uint32_t kQuiet = 1 << 14;

void slow_access(Thread& self, std::uintptr_t address, std::size_t size, bool write);

inline void access(Thread& self, std::uintptr_t address, std::size_t size, bool write) {
    const bool foreign_stack = on_stack(address) && stack_owner(address) != self.id;
    if (++self.quiet >= kQuiet || execution.careful || foreign_stack) [[unlikely]] {
        slow_access(self, address, size, write);
        return;
    }
    Conflict conflict;
    const Found found =
        execution.shadow.access(address, size, write, self.now, self.clock, conflict);
    if (found != Found::nothing) [[unlikely]]
        execution.races(self, address, size, write, false, found, conflict);
}

}  // namespace interleave::runtime
