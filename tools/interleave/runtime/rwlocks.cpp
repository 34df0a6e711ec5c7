// Read-write locks: pthread_rwlock_t, which std::shared_mutex is, too.
#include <pthread.h>

#include <cerrno>

#include "interleave/runtime/locks.hpp"
#include "interleave/runtime/real.hpp"
#include "interleave/runtime/virtual_clock.hpp"

namespace interleave::runtime {
namespace {

Object& rwlock_at(pthread_rwlock_t* lock) {
    return execution.object_at(reinterpret_cast<std::uintptr_t>(lock), 8, ObjectType::rwlock);
}

bool no_writer(const Thread& thread) {
    return thread.object->owner < 0;
}

bool is_free(const Object& lock, bool reader) {
    return lock.owner < 0 && (reader || lock.holders.empty());
}

void take(Thread& self, Object& lock, bool reader) {
    if (reader) {
        lock.holders.add(self.id);
        ++lock.count;
        Execution::acquire(self, lock.released);
    } else {
        lock.owner = static_cast<std::int16_t>(self.id);
        Execution::acquire(self, lock.released);
        Execution::acquire(self, lock.readers_released);
    }
    ++lock.version;
}

int lock(Thread& self, Object& lock, bool reader) {
    const Kind kind = reader ? Kind::read_lock : Kind::lock;
    if (lock.owner == self.id) return EDEADLK;
    if (recorder.on && !is_free(lock, reader)) recorder.note_blocked(self, kind, lock);
    execution.step(self, kind, lock, !reader, reader ? no_writer : lock_is_free);
    take(self, lock, reader);
    if (recorder.on) recorder.note(self, kind, lock.address, 0, 0, 0);
    return 0;
}

int try_lock(Thread& self, Object& lock, bool reader, std::uintptr_t frame) {
    const Kind kind = reader ? Kind::try_read_lock : Kind::try_lock;
    execution.tries(lock);
    execution.spinning(self, lock, frame);
    execution.step(self, kind, lock, !reader);
    const bool free = is_free(lock, reader);
    if (free) take(self, lock, reader);
    if (recorder.on) recorder.note(self, kind, lock.address, 0, 0, 0, free ? "locked" : "not free");
    if (!free) execution.tried_in_vain(self);
    return free ? 0 : EBUSY;
}

int lock_until(Thread& self, Object& lock, bool reader, std::uint64_t deadline) {
    const Kind kind = reader ? Kind::timed_read_lock : Kind::timed_lock;
    if (lock.owner == self.id) return EDEADLK;
    execution.tries(lock);
    execution.step(self, kind, lock, !reader);
    while (!is_free(lock, reader)) {
        if (deadline <= execution.virtual_time) return ETIMEDOUT;
        if (recorder.on) recorder.note_blocked(self, kind, lock);
        const Wake wake = execution.sleep(self, lock, nullptr, true, deadline, false);
        if (wake != Wake::notified && !is_free(lock, reader)) {
            if (recorder.on) recorder.note(self, kind, lock.address, 0, 0, 0, "timeout");
            return ETIMEDOUT;
        }
        if (!is_free(lock, reader)) continue;
        execution.step(self, kind, lock, !reader);
    }
    take(self, lock, reader);
    if (recorder.on) recorder.note(self, kind, lock.address, 0, 0, 0);
    return 0;
}

int release(Thread& self, Object& lock) {
    const bool writer = lock.owner == self.id;
    if (!writer && !lock.holders.has(self.id)) {
        execution.failure.object = &lock;
        execution.fail(Verdict::bad_unlock, "");
    }
    const Kind kind = writer ? Kind::unlock : Kind::read_unlock;
    execution.pass(self, kind, lock);
    if (writer) {
        lock.released.assign(self.clock);
        lock.readers_released.clear();
        lock.owner = -1;
    } else {
        lock.readers_released.merge(self.clock);
        lock.holders.remove(self.id);
    }
    self.tick();
    ++lock.version;
    if (recorder.on) recorder.note(self, kind, lock.address, 0, 0, 0);
    lock.waiters.for_each([&](int id) { execution.wake(execution.thread(id), nullptr); });
    lock.waiters = {};
    return 0;
}

}  // namespace
}  // namespace interleave::runtime

using namespace interleave::runtime;

INTERLEAVE_EXPORT int pthread_rwlock_destroy(pthread_rwlock_t* native) {
    return current ? 0 : REAL(pthread_rwlock_destroy)(native);
}
INTERLEAVE_EXPORT int pthread_rwlock_rdlock(pthread_rwlock_t* native) {
    if (!current) return REAL(pthread_rwlock_rdlock)(native);
    return lock(*current, rwlock_at(native), true);
}
INTERLEAVE_EXPORT int pthread_rwlock_wrlock(pthread_rwlock_t* native) {
    if (!current) return REAL(pthread_rwlock_wrlock)(native);
    return lock(*current, rwlock_at(native), false);
}
INTERLEAVE_EXPORT int pthread_rwlock_tryrdlock(pthread_rwlock_t* native) {
    if (!current) return REAL(pthread_rwlock_tryrdlock)(native);
    return try_lock(*current, rwlock_at(native), true, CALLER_FRAME);
}
INTERLEAVE_EXPORT int pthread_rwlock_trywrlock(pthread_rwlock_t* native) {
    if (!current) return REAL(pthread_rwlock_trywrlock)(native);
    return try_lock(*current, rwlock_at(native), false, CALLER_FRAME);
}
INTERLEAVE_EXPORT int pthread_rwlock_timedrdlock(pthread_rwlock_t* native, const timespec* until) {
    if (!current) return REAL(pthread_rwlock_timedrdlock)(native, until);
    return lock_until(*current, rwlock_at(native), true, nanoseconds(*until));
}
INTERLEAVE_EXPORT int pthread_rwlock_timedwrlock(pthread_rwlock_t* native, const timespec* until) {
    if (!current) return REAL(pthread_rwlock_timedwrlock)(native, until);
    return lock_until(*current, rwlock_at(native), false, nanoseconds(*until));
}
INTERLEAVE_EXPORT int pthread_rwlock_clockrdlock(pthread_rwlock_t* native, clockid_t clock,
                                                 const timespec* until) {
    if (!current) return REAL(pthread_rwlock_clockrdlock)(native, clock, until);
    return lock_until(*current, rwlock_at(native), true, nanoseconds(*until));
}
INTERLEAVE_EXPORT int pthread_rwlock_clockwrlock(pthread_rwlock_t* native, clockid_t clock,
                                                 const timespec* until) {
    if (!current) return REAL(pthread_rwlock_clockwrlock)(native, clock, until);
    return lock_until(*current, rwlock_at(native), false, nanoseconds(*until));
}
INTERLEAVE_EXPORT int pthread_rwlock_unlock(pthread_rwlock_t* native) {
    if (!current) return REAL(pthread_rwlock_unlock)(native);
    return release(*current, rwlock_at(native));
}
