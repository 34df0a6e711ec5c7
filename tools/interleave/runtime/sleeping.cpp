// Threads that wait until they are woken or a time has come, or that give way.
#include <algorithm>

#include "interleave/runtime/execution.hpp"

namespace interleave::runtime {
namespace {

constexpr std::uint32_t kIdle = 1000;  // times a thread gives way while nothing happens

}  // namespace

bool lock_is_free(const Thread& thread) {
    return thread.object->owner < 0 && thread.object->holders.empty();
}

Wake Execution::sleep(Thread& self, Object& object, Object* mutex, bool timed,
                      std::uint64_t deadline, bool spurious) {
    self.mutex = mutex;
    self.sleeping = true;
    self.wake = Wake::none;
    self.timed = timed;
    self.deadline = deadline;
    self.spurious = spurious;
    self.ready = nullptr;
    self.pending = {Kind::wake_early, true, object.type, object.size, 0, object.address, 0};
    self.object = &object;
    object.waiters.add(self.id);
    schedule(&self);
    self.timed = self.spurious = false;
    if (self.wake == Wake::notified) return self.wake;
    object.waiters.remove(self.id);
    commit(self);
    if (self.wake == Wake::early && wakes_spuriously(self, timed, spurious))
        self.wake = Wake::spurious;
    else if (timed)
        virtual_time = std::max(virtual_time, deadline);
    return self.wake;
}

const char* reason(Wake wake) {
    if (wake == Wake::notified) return "notified";
    return wake == Wake::spurious ? "spurious wake-up" : "timeout";
}

// Why a sleeper wakes before anybody wakes it, although others could go on.
bool Execution::wakes_spuriously(Thread& self, bool timed, bool spurious) {
    const bool may_be_over = timed && self.early_left > 0;
    spurious = spurious && self.spurious_left > 0;
    if (spurious && may_be_over) spurious = choose(2, Question::why_early) == 1;
    --(spurious ? self.spurious_left : self.early_left);
    return spurious;
}

void Execution::wake(Thread& sleeper, Object* mutex) {
    sleeper.sleeping = false;
    sleeper.wake = Wake::notified;
    if (mutex) {
        sleeper.pending = {Kind::lock, true, mutex->type, mutex->size, 0, mutex->address, 0};
        sleeper.object = mutex;
        sleeper.ready = lock_is_free;
    } else {
        sleeper.pending = {};
        sleeper.ready = nullptr;
    }
}

void Execution::yield(Thread& self) {
    self.pending = {};
    self.pending.kind = Kind::yield;
    self.ready = nullptr;
    self.idle_yields = self.yielded_at == steps_taken ? self.idle_yields + 1 : 0;
    self.yielded_at = steps_taken;
    if (self.idle_yields > kIdle) {
        failure.object = nullptr;
        fail(Verdict::livelock, "");
    }
    self.yielding = true;
    schedule(&self);
    self.yielding = false;
    self.pending.kind = Kind::none;
}

void Execution::sleep_until(Thread& self, std::uint64_t deadline) {
    self.pending = {};
    self.pending.kind = Kind::sleep;
    self.ready = nullptr;
    self.sleeping = true;
    self.timed = false;
    self.spurious = false;
    self.deadline = deadline;
    schedule(&self);
    self.pending.kind = Kind::none;
    virtual_time = std::max(virtual_time, deadline);
}

}  // namespace interleave::runtime
