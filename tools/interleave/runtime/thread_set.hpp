// A set of threads of one execution.
#pragma once

#include <bit>
#include <cstdint>

namespace interleave::runtime {

inline constexpr int kMaxThreads = 128;

class ThreadSet {
  public:
    constexpr void add(int thread) { words_[thread >> 6] |= std::uint64_t{1} << (thread & 63); }
    constexpr void remove(int thread) {
        words_[thread >> 6] &= ~(std::uint64_t{1} << (thread & 63));
    }
    constexpr bool has(int thread) const { return words_[thread >> 6] >> (thread & 63) & 1; }
    constexpr bool empty() const { return !(words_[0] | words_[1]); }
    constexpr int size() const { return std::popcount(words_[0]) + std::popcount(words_[1]); }
    // The lowest one; the set is not empty.
    constexpr int first() const {
        return words_[0] ? std::countr_zero(words_[0]) : 64 + std::countr_zero(words_[1]);
    }
    // The n-th, counted from 0 in ascending order; n < size().
    constexpr int at(int n) const {
        ThreadSet rest = *this;
        while (n-- > 0) rest.remove(rest.first());
        return rest.first();
    }
    constexpr ThreadSet operator|(const ThreadSet& o) const {
        return {words_[0] | o.words_[0], words_[1] | o.words_[1]};
    }
    constexpr ThreadSet operator&(const ThreadSet& o) const {
        return {words_[0] & o.words_[0], words_[1] & o.words_[1]};
    }
    constexpr ThreadSet without(const ThreadSet& o) const {
        return {words_[0] & ~o.words_[0], words_[1] & ~o.words_[1]};
    }
    constexpr bool operator==(const ThreadSet&) const = default;
    constexpr std::uint64_t hash() const {
        return words_[0] * 0x9e3779b97f4a7c15u ^ words_[1] * 0xc2b2ae3d27d4eb4fu;
    }

    template <typename F>
    constexpr void for_each(F f) const {
        for (ThreadSet rest = *this; !rest.empty();) {
            const int thread = rest.first();
            rest.remove(thread);
            f(thread);
        }
    }

    constexpr ThreadSet() = default;

  private:
    constexpr ThreadSet(std::uint64_t low, std::uint64_t high) : words_{low, high} {}
    std::uint64_t words_[2] = {};
};

}  // namespace interleave::runtime
