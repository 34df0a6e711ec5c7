// How the runtime hashes what happened: each word into what came before it.
#pragma once

#include <cstdint>

namespace interleave::runtime {

inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    a ^= b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2);
    a *= 0xff51afd7ed558ccdu;
    return a ^ a >> 32;
}

}  // namespace interleave::runtime
