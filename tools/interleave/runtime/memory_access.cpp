#include "interleave/runtime/memory_access.hpp"

#include <cstring>

#include "interleave/runtime/thread_storage.hpp"

namespace interleave::runtime {
namespace {

// Below what is left of a stack to be used by functions that need no frame of their own.
constexpr std::uintptr_t kRedZone = 128;

// Whether `self` can know of a variable there. It lives in the frame of a call that still runs, and
// whoever gave its address to `self` did so after that call began.
bool is_alive(const Thread& self, const Thread& owner, std::uintptr_t address) {
    if (owner.finished || address + kRedZone < owner.fiber.saved_stack_pointer()) return false;
    const FrameMark* holder = nullptr;
    for (std::ptrdiff_t i = owner.call_top - owner.calls; i-- > 0;) {
        if (owner.frames[i].end == kNoFrame) continue;
        if (owner.frames[i].end > address) break;
        holder = &owner.frames[i];
    }
    return holder && self.clock[owner.id] >= holder->begun;
}

void check_frame(Thread& self, std::uintptr_t address, std::size_t size, bool write) {
    const Thread& owner = execution.thread(stack_owner(address));
    if (stack_owner(address) < execution.thread_count() && is_alive(self, owner, address)) return;
    Failure& failure = execution.failure;
    failure.address = address;
    failure.size = static_cast<std::uint32_t>(size);
    failure.write = write;
    failure.conflict.earlier = owner.now;
    execution.fail(Verdict::use_after_scope, "");
}

void take_turn(Thread& self, std::uintptr_t address, bool write) {
    const std::uintptr_t word = address & ~std::uintptr_t{7};
    Object& object = execution.object_at(word, 8, ObjectType::memory);
    self.push_call(__builtin_return_address(0));
    execution.step(self, write ? Kind::write : Kind::read, object, write);
    --self.call_top;
}

}  // namespace

void slow_access(Thread& self, std::uintptr_t address, std::size_t size, bool write) {
    if (self.quiet >= kQuiet) {
        self.quiet = 0;
        if (++self.quiet_rounds > 20'000) {
            execution.failure.object = nullptr;
            execution.fail(Verdict::livelock, "");
        }
        execution.yield(self);
    }
    if (on_stack(address) && stack_owner(address) != self.id)
        check_frame(self, address, size, write);
    const bool is_step = execution.plain_steps && usage_of(address & ~std::uintptr_t{7}).shared;
    if (is_step) take_turn(self, address, write);
    const bool is_watched =
        address < recorder.watched + recorder.watched_size && recorder.watched < address + size;
    if (recorder.on && (is_step || is_watched)) {
        std::uint64_t value = 0;
        std::memcpy(&value, reinterpret_cast<const void*>(address), size < 8 ? size : 8);
        recorder.note(self, write ? Kind::write : Kind::read, address, static_cast<unsigned>(size),
                      value, value);
    }
    Conflict conflict;
    const Found found =
        execution.shadow.access(address, size, write, self.now, self.clock, conflict);
    if (found != Found::nothing)
        execution.races(self, address, size, write, false, found, conflict);
}

void Execution::races(Thread& self, std::uintptr_t address, std::size_t size, bool write,
                      bool atomic, Found found, const Conflict& conflict) {
    if (is_exchanged(address)) return;  // errno, say: each thread meets its own
    if (found == Found::race && !limits.races_fail) {
        const std::uintptr_t word = address & ~std::uintptr_t{7};
        if (!usage_of(word).shared) {
            mark_usage(word, {true, false});
            widened_ = true;
        }
        return;
    }
    failure.address = address;
    failure.size = static_cast<std::uint32_t>(size);
    failure.write = write;
    failure.atomic = atomic;
    failure.conflict = conflict;
    if (!failure.block && on_heap(address)) failure.block = heap.block_around(address);
    if (recorder.on) {
        std::uint64_t value = 0;
        if (found == Found::race)
            std::memcpy(&value, reinterpret_cast<const void*>(address), size < 8 ? size : 8);
        recorder.note(self,
                      failure.by_free ? Kind::none
                      : write         ? Kind::write
                                      : Kind::read,
                      address, static_cast<unsigned>(size), value, value,
                      failure.by_free ? "free" : nullptr);
        recorder.notes.back().failure = true;
    }
    fail(found == Found::freed ? Verdict::use_after_free : Verdict::data_race, "");
}

}  // namespace interleave::runtime
