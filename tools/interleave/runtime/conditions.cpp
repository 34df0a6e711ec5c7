// Condition variables: pthread_cond_t, which std::condition_variable is, too.
#include <pthread.h>

#include <cerrno>

#include "interleave/runtime/locks.hpp"
#include "interleave/runtime/real.hpp"
#include "interleave/runtime/virtual_clock.hpp"

namespace interleave::runtime {
namespace {

Object& condition_at(pthread_cond_t* condition) {
    return execution.object_at(reinterpret_cast<std::uintptr_t>(condition), 8,
                               ObjectType::condition);
}

int wait(Thread& self, pthread_cond_t* condition, pthread_mutex_t* native, bool timed,
         std::uint64_t deadline) {
    Object& sleepers = condition_at(condition);
    Object& mutex = mutex_at(native);
    if (mutex.owner != self.id) {
        execution.failure.object = &mutex;
        execution.fail(Verdict::bad_unlock, "wait");
    }
    execution.step_with_mutex(self, Kind::wait, sleepers, mutex);
    if (recorder.on) recorder.note(self, Kind::wait, sleepers.address, 0, 0, 0, nullptr);

    const std::uint32_t held = mutex.count;
    mutex.released.assign(self.clock);
    self.tick();
    mutex.owner = -1;
    mutex.count = 0;
    ++mutex.version;
    native->__data.__lock = 0;
    mutex.waiters.for_each([&](int id) { execution.wake(execution.thread(id), nullptr); });
    mutex.waiters = {};

    const Wake wake = execution.sleep(self, sleepers, &mutex, timed, deadline, true);
    const bool notified = wake == Wake::notified;
    if (recorder.on) recorder.note(self, Kind::wake_early, sleepers.address, 0, 0, 0, reason(wake));
    if (notified) {
        execution.commit(self);  // its turn to lock came with the choice to wake it
    } else {
        if (recorder.on && mutex.owner >= 0) recorder.note_blocked(self, Kind::lock, mutex);
        execution.step(self, Kind::lock, mutex, true, lock_is_free);
    }
    take(self, mutex);
    mutex.count = held;
    if (recorder.on) recorder.note(self, Kind::lock, mutex.address, 0, 0, 0);
    return notified || wake == Wake::spurious ? 0 : ETIMEDOUT;
}

void notify(Thread& self, pthread_cond_t* condition, bool all) {
    Object& sleepers = condition_at(condition);
    execution.step(self, all ? Kind::notify_all : Kind::notify_one, sleepers, true);
    ++sleepers.version;
    const int asleep = sleepers.waiters.size();
    if (!asleep) ++sleepers.missed;
    if (recorder.on)
        recorder.note(self, all ? Kind::notify_all : Kind::notify_one, sleepers.address, 0, 0,
                      static_cast<std::uint64_t>(asleep), asleep ? nullptr : "nobody waits");
    if (!asleep) return;
    const auto rouse = [&](int id) {
        Thread& sleeper = execution.thread(id);
        sleepers.waiters.remove(id);
        execution.wake(sleeper, static_cast<Object*>(sleeper.mutex));
    };
    if (all) {
        sleepers.waiters.for_each(rouse);
    } else {
        rouse(sleepers.waiters.at(execution.choose(asleep, Question::who_wakes, sleepers.waiters)));
    }
}

}  // namespace
}  // namespace interleave::runtime

using namespace interleave::runtime;

INTERLEAVE_EXPORT int pthread_cond_init(pthread_cond_t* condition, const pthread_condattr_t* kind) {
    return REAL(pthread_cond_init)(condition, kind);
}

INTERLEAVE_EXPORT int pthread_cond_destroy(pthread_cond_t* condition) {
    return current ? 0 : REAL(pthread_cond_destroy)(condition);
}

INTERLEAVE_EXPORT int pthread_cond_wait(pthread_cond_t* condition, pthread_mutex_t* mutex) {
    if (!current) return REAL(pthread_cond_wait)(condition, mutex);
    return wait(*current, condition, mutex, false, 0);
}

INTERLEAVE_EXPORT int pthread_cond_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex,
                                             const timespec* until) {
    if (!current) return REAL(pthread_cond_timedwait)(condition, mutex, until);
    return wait(*current, condition, mutex, true, nanoseconds(*until));
}

INTERLEAVE_EXPORT int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex,
                                             clockid_t clock, const timespec* until) {
    if (!current) return REAL(pthread_cond_clockwait)(condition, mutex, clock, until);
    return wait(*current, condition, mutex, true, nanoseconds(*until));
}

INTERLEAVE_EXPORT int pthread_cond_signal(pthread_cond_t* condition) {
    if (!current) return REAL(pthread_cond_signal)(condition);
    notify(*current, condition, false);
    return 0;
}

INTERLEAVE_EXPORT int pthread_cond_broadcast(pthread_cond_t* condition) {
    if (!current) return REAL(pthread_cond_broadcast)(condition);
    notify(*current, condition, true);
    return 0;
}
