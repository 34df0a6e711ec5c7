// Threads that do nothing but look, for ever.
#include "interleave/runtime/execution.hpp"
#include "interleave/runtime/hash.hpp"

namespace interleave::runtime {
namespace {

constexpr std::uint32_t kPatience = 32;

// Where in the program the thread is.
std::uint64_t place_of(const Thread& thread) {
    std::uint64_t place = static_cast<std::uint64_t>(thread.call_top - thread.calls);
    int depth = 6;
    for (std::uintptr_t* at = thread.call_top; at > thread.calls && depth; --depth)
        place = mix(place, *--at);
    return place;
}

std::uint64_t hash_stack(std::uintptr_t from, std::uintptr_t to) {
    std::uint64_t hash = 1;
    for (from &= ~std::uintptr_t{7}; from < to; from += 8)
        hash = mix(hash, *reinterpret_cast<const std::uint64_t*>(from));
    return hash | 1;
}

}  // namespace

bool has_changed(const Thread& thread) {
    for (int i = 0; i < thread.spin_count; ++i)
        if (execution.object(thread.spins[i].object).version != thread.spins[i].version)
            return true;
    return false;
}

void Execution::spinning(Thread& self, Object& object, std::uintptr_t frame) {
    const std::uint64_t place = place_of(self);
    const std::uint32_t index = index_of(object);
    // What was seen before something changed counts no more.
    if (has_changed(self)) self.spin_count = 0;
    for (int i = 0; i < self.spin_count; ++i) {
        Spin& spin = self.spins[i];
        if (spin.object != index || spin.place != place) continue;
        const std::uint64_t stack = hash_stack(frame, self.fiber.stack_top());
        // The same place, the same stack, and nothing written since: this goes on for ever.
        self.awaiting = stack == spin.stack;
        spin.stack = stack;
        if (++spin.repeats >= kPatience && !self.awaiting) {
            if (spin.repeats > 10'000) {
                failure.object = &object;
                fail(Verdict::livelock, "");
            }
            self.awaiting = self.parked = true;
        }
        return;
    }
    if (self.spin_count == kMaxSpins) self.spin_count = 0;
    self.spins[self.spin_count++] = {index, object.version, place, 0, 0};
}

}  // namespace interleave::runtime
