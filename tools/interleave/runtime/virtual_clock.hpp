// Time in an execution: it stands still until a sleeper's time is over.
#pragma once

#include <cstdint>
#include <ctime>

namespace interleave::runtime {

inline std::uint64_t nanoseconds(const timespec& time) {
    return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000u +
           static_cast<std::uint64_t>(time.tv_nsec);
}
inline timespec to_timespec(std::uint64_t nanoseconds) {
    return {static_cast<time_t>(nanoseconds / 1'000'000'000u),
            static_cast<long>(nanoseconds % 1'000'000'000u)};
}

}  // namespace interleave::runtime
