#include "interleave/runtime/locks.hpp"

#include <pthread.h>

#include <cerrno>

#include "interleave/runtime/code_ranges.hpp"
#include "interleave/runtime/real.hpp"
#include "interleave/runtime/virtual_clock.hpp"

namespace interleave::runtime {
namespace {

bool never(const Thread&) {
    return false;
}

constexpr std::uint16_t kSize = 8;

}  // namespace

Object& mutex_at(void* mutex) {
    auto* native = static_cast<pthread_mutex_t*>(mutex);
    Object& object =
        execution.object_at(reinterpret_cast<std::uintptr_t>(mutex), kSize, ObjectType::mutex);
    // The owner stands in the mutex, too: memory that was made anew holds a new mutex.
    if (object.owner >= 0 && native->__data.__lock == 0) {
        object.owner = -1;
        object.count = 0;
        object.released.clear();
    }
    if (object.owner < 0) {
        const int kind = native->__data.__kind & 3;
        object.recursive = kind == PTHREAD_MUTEX_RECURSIVE_NP;
        object.error_checking = kind == PTHREAD_MUTEX_ERRORCHECK_NP;
    }
    return object;
}

void take(Thread& self, Object& mutex) {
    mutex.owner = static_cast<std::int16_t>(self.id);
    mutex.count = 1;
    ++mutex.version;
    reinterpret_cast<pthread_mutex_t*>(mutex.address)->__data.__lock = 1;
    Execution::acquire(self, mutex.released);
}

int lock(Thread& self, Object& mutex) {
    if (mutex.owner == self.id) {
        if (mutex.recursive) {
            ++mutex.count;
            return 0;
        }
        if (mutex.error_checking) return EDEADLK;
        if (recorder.on) recorder.note(self, Kind::lock, mutex.address, 0, 0, 0, "held by itself");
        execution.step(self, Kind::lock, mutex, true, never);
    }
    const bool waits = recorder.on && mutex.owner >= 0;
    if (waits) recorder.note_blocked(self, Kind::lock, mutex);
    execution.step(self, Kind::lock, mutex, true, lock_is_free);
    take(self, mutex);
    if (recorder.on) recorder.note(self, Kind::lock, mutex.address, 0, 0, 0);
    return 0;
}

int try_lock(Thread& self, Object& mutex, std::uintptr_t frame) {
    execution.tries(mutex);
    if (mutex.owner == self.id && mutex.recursive) {
        ++mutex.count;
        return 0;
    }
    execution.spinning(self, mutex, frame);
    execution.step(self, Kind::try_lock, mutex, true);
    const bool free = mutex.owner < 0;
    if (free) {
        take(self, mutex);
        self.spin_count = 0;
    }
    if (recorder.on)
        recorder.note(self, Kind::try_lock, mutex.address, 0, 0, 0, free ? "locked" : "not free");
    if (!free) execution.tried_in_vain(self);
    return free ? 0 : EBUSY;
}

int lock_until(Thread& self, Object& mutex, std::uint64_t deadline) {
    if (mutex.owner == self.id) {
        if (mutex.recursive) {
            ++mutex.count;
            return 0;
        }
        if (mutex.error_checking) return EDEADLK;
    }
    execution.tries(mutex);
    // First a look; then it sleeps until the owner wakes it or the time is over.
    execution.step(self, Kind::timed_lock, mutex, true);
    while (mutex.owner >= 0) {
        if (deadline <= execution.virtual_time) return ETIMEDOUT;
        if (recorder.on) recorder.note_blocked(self, Kind::timed_lock, mutex);
        const Wake wake = execution.sleep(self, mutex, nullptr, true, deadline, false);
        if (wake != Wake::notified && mutex.owner >= 0) {
            if (recorder.on)
                recorder.note(self, Kind::timed_lock, mutex.address, 0, 0, 0, "timeout");
            return ETIMEDOUT;
        }
        if (mutex.owner >= 0) continue;
        execution.step(self, Kind::timed_lock, mutex, true);
    }
    take(self, mutex);
    if (recorder.on) recorder.note(self, Kind::timed_lock, mutex.address, 0, 0, 0);
    return 0;
}

int unlock(Thread& self, Object& mutex) {
    if (mutex.owner != self.id) {
        if (mutex.error_checking || mutex.recursive) return EPERM;
        execution.failure.object = &mutex;
        execution.fail(Verdict::bad_unlock, "");
    }
    if (--mutex.count > 0) return 0;
    execution.pass(self, Kind::unlock, mutex);
    mutex.released.assign(self.clock);
    self.tick();
    mutex.owner = -1;
    ++mutex.version;
    reinterpret_cast<pthread_mutex_t*>(mutex.address)->__data.__lock = 0;
    if (recorder.on) recorder.note(self, Kind::unlock, mutex.address, 0, 0, 0);
    mutex.waiters.for_each([&](int id) { execution.wake(execution.thread(id), nullptr); });
    mutex.waiters = {};
    return 0;
}

}  // namespace interleave::runtime

using namespace interleave::runtime;

INTERLEAVE_EXPORT int pthread_mutex_init(pthread_mutex_t* mutex, const pthread_mutexattr_t* kind) {
    const int result = REAL(pthread_mutex_init)(mutex, kind);
    if (current) {
        Object& object = mutex_at(mutex);
        object.owner = -1;
        object.count = 0;
        object.released.clear();
    }
    return result;
}

INTERLEAVE_EXPORT int pthread_mutex_destroy(pthread_mutex_t* mutex) {
    if (!current) return REAL(pthread_mutex_destroy)(mutex);
    return mutex_at(mutex).owner >= 0 ? EBUSY : 0;
}

INTERLEAVE_EXPORT int pthread_mutex_lock(pthread_mutex_t* mutex) {
    if (!current || is_c_library(__builtin_return_address(0)))
        return REAL(pthread_mutex_lock)(mutex);
    return lock(*current, mutex_at(mutex));
}

INTERLEAVE_EXPORT int pthread_mutex_trylock(pthread_mutex_t* mutex) {
    if (!current) return REAL(pthread_mutex_trylock)(mutex);
    return try_lock(*current, mutex_at(mutex), CALLER_FRAME);
}

INTERLEAVE_EXPORT int pthread_mutex_timedlock(pthread_mutex_t* mutex, const timespec* until) {
    if (!current) return REAL(pthread_mutex_timedlock)(mutex, until);
    return lock_until(*current, mutex_at(mutex), nanoseconds(*until));
}

INTERLEAVE_EXPORT int pthread_mutex_clocklock(pthread_mutex_t* mutex, clockid_t clock,
                                              const timespec* until) {
    if (!current) return REAL(pthread_mutex_clocklock)(mutex, clock, until);
    return lock_until(*current, mutex_at(mutex), nanoseconds(*until));
}

INTERLEAVE_EXPORT int pthread_mutex_unlock(pthread_mutex_t* mutex) {
    if (!current || is_c_library(__builtin_return_address(0)))
        return REAL(pthread_mutex_unlock)(mutex);
    return unlock(*current, mutex_at(mutex));
}

// A spin lock is one word: a small mutex that is not recursive.
namespace {

Object& spin_lock_at(pthread_spinlock_t* lock) {
    return execution.object_at(reinterpret_cast<std::uintptr_t>(const_cast<int*>(lock)), 4,
                               ObjectType::mutex);
}

void take_spin_lock(Thread& self, Object& lock) {
    lock.owner = static_cast<std::int16_t>(self.id);
    lock.count = 1;
    ++lock.version;
    Execution::acquire(self, lock.released);
}

}  // namespace

INTERLEAVE_EXPORT int pthread_spin_lock(pthread_spinlock_t* lock) {
    if (!current) return REAL(pthread_spin_lock)(lock);
    Thread& self = *current;
    Object& object = spin_lock_at(lock);
    if (recorder.on && object.owner >= 0) recorder.note_blocked(self, Kind::lock, object);
    execution.step(self, Kind::lock, object, true, lock_is_free);
    take_spin_lock(self, object);
    if (recorder.on) recorder.note(self, Kind::lock, object.address, 0, 0, 0);
    return 0;
}

INTERLEAVE_EXPORT int pthread_spin_trylock(pthread_spinlock_t* lock) {
    if (!current) return REAL(pthread_spin_trylock)(lock);
    Thread& self = *current;
    Object& object = spin_lock_at(lock);
    execution.tries(object);
    execution.spinning(self, object, CALLER_FRAME);
    execution.step(self, Kind::try_lock, object, true);
    const bool free = object.owner < 0;
    if (free) take_spin_lock(self, object);
    if (recorder.on)
        recorder.note(self, Kind::try_lock, object.address, 0, 0, 0, free ? "locked" : "not free");
    if (!free) execution.tried_in_vain(self);
    return free ? 0 : EBUSY;
}

INTERLEAVE_EXPORT int pthread_spin_unlock(pthread_spinlock_t* lock) {
    if (!current) return REAL(pthread_spin_unlock)(lock);
    Thread& self = *current;
    Object& object = spin_lock_at(lock);
    if (object.owner != self.id) {
        execution.failure.object = &object;
        execution.fail(interleave::Verdict::bad_unlock, "");
    }
    execution.pass(self, Kind::unlock, object);
    object.released.assign(self.clock);
    self.tick();
    object.owner = -1;
    ++object.version;
    if (recorder.on) recorder.note(self, Kind::unlock, object.address, 0, 0, 0);
    return 0;
}
