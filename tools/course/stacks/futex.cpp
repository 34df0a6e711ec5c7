#include "course/stacks/futex.hpp"

#include <linux/futex.h>
#include <sys/syscall.h>

namespace course {

std::optional<FutexWait> futex_wait(const SystemCall& call) {
    if (call.number != SYS_futex) return std::nullopt;
    const auto flags = static_cast<std::uint32_t>(call.arguments[1]);
    const std::uint32_t operation = flags & FUTEX_CMD_MASK;
    const bool lock_pi = operation == FUTEX_LOCK_PI || operation == 13;  // FUTEX_LOCK_PI2
    if (!lock_pi && operation != FUTEX_WAIT && operation != FUTEX_WAIT_BITSET) return std::nullopt;
    return FutexWait{.word = call.arguments[0],
                     .expected = static_cast<std::uint32_t>(call.arguments[2]),
                     .shared = (flags & FUTEX_PRIVATE_FLAG) == 0,
                     .lock_pi = lock_pi};
}

std::optional<FutexWait> endless_futex_wait(const SystemCall& call) {
    return call.arguments[3] == 0 ? futex_wait(call) : std::nullopt;
}

}  // namespace course
