#include "interleave/runtime/cycles.hpp"

#include <algorithm>

#include "interleave/runtime/code_ranges.hpp"
#include "interleave/runtime/layout.hpp"
#include "interleave/runtime/snapshot.hpp"

namespace interleave::runtime {

Cycles cycles;

namespace {

constexpr std::uint64_t kFirstMark = 1000;
constexpr std::uint64_t kFreed = kHeaps;  // where no block begins

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    a = (a ^ b) * 0x9e3779b97f4a7c15u;
    return a ^ a >> 29;
}

// Blocks are never used again, so a loop that allocates has other addresses in each round. What
// counts is which of the living blocks a pointer points to, in the order of their addresses, and
// where in it.
Vector<const Block*> living;

void find_living_blocks() {
    living.clear();
    for (const Block* block : execution.heap.blocks())
        if (block->live) living.push_back(block);
    std::sort(living.begin(), living.end());
}

std::uint64_t meaning_of(std::uint64_t word) {
    if (!execution.heap.gave_out(word)) return word;
    const auto begins_behind = [](std::uint64_t address, const Block* block) {
        return address < block->begin();
    };
    const Block** behind = std::upper_bound(living.begin(), living.end(), word, begins_behind);
    if (behind == living.begin()) return kFreed;
    const std::uint64_t offset = word - behind[-1]->begin();
    if (offset > behind[-1]->size) return kFreed;
    return mix(static_cast<std::uint64_t>(behind - living.begin()), offset);
}

std::uint64_t hash_words(std::uint64_t hash, std::uintptr_t begin, std::uintptr_t end) {
    for (begin = (begin + 7) & ~std::uintptr_t{7}; begin + 8 <= end; begin += 8)
        hash = mix(hash, meaning_of(*reinterpret_cast<const std::uint64_t*>(begin)));
    return hash;
}

// Where the part of the stack begins that belongs to calls of the program.
std::uintptr_t innermost_frame(const Thread& thread) {
    for (std::ptrdiff_t i = thread.call_top - thread.calls; i-- > 0;)
        if (thread.frames[i].end != kNoFrame) return thread.frames[i].end;
    return thread.fiber.stack_top();
}

std::uint64_t hash_of_state() {
    find_living_blocks();
    std::uint64_t hash =
        hash_globals(1 + static_cast<std::uint64_t>(execution.futex_spurious_left), hash_words);
    for (const Block* block : living)
        hash = hash_words(mix(hash, block->size), block->begin(), block->begin() + block->size);
    for (int id = 0; id < execution.thread_count(); ++id) {
        const Thread& thread = execution.thread(id);
        hash = mix(hash, static_cast<std::uint64_t>(thread.pending.kind) * 4 + thread.finished * 2 +
                             thread.sleeping);
        hash = mix(hash, meaning_of(thread.pending.address));
        hash = mix(hash, static_cast<std::uint64_t>(thread.spurious_left) * 64 +
                             static_cast<std::uint64_t>(thread.early_left));
        if (!thread.finished)
            hash = hash_words(hash, innermost_frame(thread), thread.fiber.stack_top());
    }
    for (std::uint32_t i = 1; i < execution.object_count(); ++i) {
        const Object& object = execution.object(i);
        if (meaning_of(object.address) == kFreed) continue;
        hash = mix(hash, static_cast<std::uint64_t>(object.owner) * 31 + object.count);
        hash = mix(hash, object.waiters.hash() + object.holders.hash());
    }
    return hash;
}

std::uint64_t sketch_of(const Thread& self) {
    const std::size_t depth = static_cast<std::size_t>(self.call_top - self.calls);
    return mix(self.id * 64u + static_cast<unsigned>(self.pending.kind),
               depth ? self.call_top[-1] ^ depth : 0);
}

}  // namespace

bool Cycles::on_purpose(const Thread& self) {
    for (const std::uintptr_t* at = self.call_top; at > self.calls && at > self.call_top - 12;)
        if (is_lock_loop(*--at)) return true;
    return false;
}

void Cycles::reset() {
    tried_count_ = 0;
    next_mark_ = kFirstMark;
    mark_.sketch = 0;
    unfair_ = false;
}

void Cycles::remember(State& state, std::uint64_t hash, const Thread& self) {
    state.hash = hash;
    state.sketch = sketch_of(self);
    for (int id = 0; id < execution.thread_count(); ++id)
        state.turns[id] = execution.thread(id).turns;
}

bool Cycles::everybody_ran_since(const State& state) const {
    for (int id = 0; id < execution.thread_count(); ++id) {
        const Thread& thread = execution.thread(id);
        if (thread.finished || thread.sleeping || (thread.ready && !thread.ready(thread))) continue;
        if (thread.turns == state.turns[id]) return false;
    }
    return true;
}

bool Cycles::after_failed_try(const Thread& self) {
    if (on_purpose(self)) return false;
    const std::uint64_t hash = hash_of_state();
    for (int i = 0; i < tried_count_; ++i)
        if (tried_[i].hash == hash && tried_[i].sketch == sketch_of(self))
            return everybody_ran_since(tried_[i]);
    if (tried_count_ < 16) remember(tried_[tried_count_++], hash, self);
    return false;
}

bool Cycles::after_many_steps(const Thread& self) {
    const std::uint64_t step = execution.steps_taken;
    if (step >= next_mark_) {
        next_mark_ = 2 * step;
        remember(mark_, hash_of_state(), self);
        return false;
    }
    if (!mark_.sketch || mark_.sketch != sketch_of(self) || mark_.hash != hash_of_state())
        return false;
    unfair_ = !everybody_ran_since(mark_);
    return true;
}

}  // namespace interleave::runtime
