// Semaphores, barriers, futexes, and what is done only once.
#include <linux/futex.h>
#include <pthread.h>
#include <semaphore.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstring>

#include "interleave/runtime/code_ranges.hpp"
#include "interleave/runtime/locks.hpp"
#include "interleave/runtime/real.hpp"
#include "interleave/runtime/uncontrolled.hpp"
#include "interleave/runtime/virtual_clock.hpp"

namespace interleave::runtime {
namespace {

std::uintptr_t address_of(const void* pointer) {
    return reinterpret_cast<std::uintptr_t>(pointer);
}

// --- semaphores ---

Object& semaphore_at(sem_t* semaphore) {
    Object* known = execution.find_object(address_of(semaphore), ObjectType::semaphore);
    if (known) return *known;
    Object& object = execution.object_at(address_of(semaphore), 8, ObjectType::semaphore);
    int units = 0;
    REAL(sem_getvalue)(semaphore, &units);
    object.count = static_cast<std::uint32_t>(units);
    return object;
}

bool has_units(const Thread& thread) {
    return thread.object->count > 0;
}

void take_unit(Thread& self, Object& semaphore) {
    --semaphore.count;
    ++semaphore.version;
    Execution::acquire(self, semaphore.released);
}

int acquire_until(Thread& self, Object& semaphore, std::uint64_t deadline) {
    execution.step(self, Kind::timed_acquire, semaphore, true);
    while (semaphore.count == 0) {
        if (deadline <= execution.virtual_time ||
            (execution.sleep(self, semaphore, nullptr, true, deadline, false) != Wake::notified &&
             semaphore.count == 0)) {
            if (recorder.on)
                recorder.note(self, Kind::timed_acquire, semaphore.address, 0, 0, 0, "timeout");
            errno = ETIMEDOUT;
            return -1;
        }
        if (semaphore.count > 0) execution.step(self, Kind::timed_acquire, semaphore, true);
    }
    take_unit(self, semaphore);
    if (recorder.on)
        recorder.note(self, Kind::timed_acquire, semaphore.address, 0, 0, semaphore.count);
    return 0;
}

// --- barriers ---

bool is_open(const Thread& thread) {
    return thread.object->version != thread.expected;
}

// --- futexes: what atomic waits, semaphores, latches, barriers and futures of C++ are made of ---

Object& futex_at(std::uintptr_t address) {
    return execution.object_at(address, 4, ObjectType::futex);
}

long futex_wait(Thread& self, std::uint32_t* word, std::uint32_t expected, bool timed,
                std::uint64_t deadline, bool spurious) {
    Object& futex = futex_at(address_of(word));
    execution.step(self, Kind::futex_wait, futex, true);
    if (__atomic_load_n(word, __ATOMIC_SEQ_CST) != expected) {
        errno = EAGAIN;
        return -1;
    }
    if (timed && deadline <= execution.virtual_time) {
        errno = ETIMEDOUT;
        return -1;
    }
    self.expected = expected;
    if (recorder.on) {
        recorder.note(self, Kind::futex_wait, futex.address, 4, expected, expected);
        recorder.notes.back().blocked = true;
    }
    // A spurious wake-up does nothing that another thread could see, so the moment at which the
    // thread takes its next step says when it came: to wake at once stands for all of them.
    const bool at_once = spurious && execution.futex_spurious_left > 0 &&
                         execution.choose(2, Question::wakes_at_once) == 1;
    if (at_once) --execution.futex_spurious_left;
    const Wake wake =
        at_once ? Wake::spurious : execution.sleep(self, futex, nullptr, timed, deadline, false);
    if (recorder.on) recorder.note(self, Kind::wake_early, futex.address, 0, 0, 0, reason(wake));
    if (wake == Wake::notified || wake == Wake::spurious) return 0;
    errno = ETIMEDOUT;
    return -1;
}

long futex_wake(Thread& self, std::uint32_t* word, int most, bool by_library) {
    Object& futex = futex_at(address_of(word));
    execution.step(self, Kind::futex_wake, futex, true);
    if (by_library) {
        // The store that came before is in code that is not seen: this stands for it.
        Object& stored = execution.object_at(address_of(word), 4, ObjectType::memory);
        stored.released.merge(self.clock);
        ++stored.version;
        self.tick();
    }
    if (futex.waiters.empty()) ++futex.missed;
    int woken = 0;
    for (; woken < most && !futex.waiters.empty(); ++woken) {
        const int asleep = futex.waiters.size();
        const int chosen =
            most < asleep ? execution.choose(asleep, Question::who_wakes, futex.waiters) : 0;
        const int id = futex.waiters.at(chosen);
        futex.waiters.remove(id);
        execution.wake(execution.thread(id), nullptr);
    }
    if (recorder.on)
        recorder.note(self, Kind::futex_wake, futex.address, 0, 0,
                      static_cast<std::uint64_t>(woken), woken ? nullptr : "nobody waits");
    return woken;
}

long futex(Thread& self, std::uint32_t* word, int operation, std::uint32_t value,
           const timespec* time, const void* caller) {
    const bool by_library = is_library(caller);
    // The standard library looks at the word again by itself, so that nobody can see why it woke.
    const bool spurious =
        !by_library && !is_standard_wait(reinterpret_cast<std::uintptr_t>(caller));
    switch (operation & FUTEX_CMD_MASK) {
        case FUTEX_WAIT:
            return futex_wait(self, word, value, time,
                              time ? execution.virtual_time + nanoseconds(*time) : 0, spurious);
        case FUTEX_WAIT_BITSET:
            return futex_wait(self, word, value, time, time ? nanoseconds(*time) : 0, spurious);
        case FUTEX_WAKE:
        case FUTEX_WAKE_BITSET:
            return futex_wake(self, word, static_cast<int>(value), by_library);
        default:
            uncontrolled("futex operations other than waiting and waking");
    }
}

// --- once: pthread_once, and function-local statics ---

bool is_not_running(const Thread& thread) {
    return thread.object->owner < 0;
}

Object& once_at(void* word, std::uint16_t size) {
    return execution.object_at(address_of(word), size, ObjectType::once);
}

// Waits until nobody runs the initialisation. True if the caller has to run it.
bool begin_once(Thread& self, Object& once) {
    if (once.owner == self.id)
        execution.fail(interleave::Verdict::deadlock, "initialisation waits for itself");
    if (recorder.on && once.owner >= 0) recorder.note_blocked(self, Kind::once, once);
    execution.step(self, Kind::once, once, true, is_not_running);
    Execution::acquire(self, once.released);
    if (once.count) return false;
    once.owner = static_cast<std::int16_t>(self.id);
    return true;
}

void end_once(Thread& self, Object& once, bool done) {
    once.owner = -1;
    once.count = done;
    once.released.assign(self.clock);
    self.tick();
    ++once.version;
}

}  // namespace
}  // namespace interleave::runtime

using namespace interleave::runtime;

INTERLEAVE_EXPORT int sem_init(sem_t* semaphore, int shared, unsigned units) {
    const int result = REAL(sem_init)(semaphore, shared, units);
    if (current && result == 0) {
        Object& object = execution.object_at(address_of(semaphore), 8, ObjectType::semaphore);
        object.count = units;
        object.released.clear();
    }
    return result;
}
INTERLEAVE_EXPORT int sem_destroy(sem_t* semaphore) {
    return current ? 0 : REAL(sem_destroy)(semaphore);
}
INTERLEAVE_EXPORT int sem_wait(sem_t* semaphore) {
    if (!current) return REAL(sem_wait)(semaphore);
    Thread& self = *current;
    Object& object = semaphore_at(semaphore);
    if (recorder.on && object.count == 0) recorder.note_blocked(self, Kind::acquire, object);
    execution.step(self, Kind::acquire, object, true, has_units);
    take_unit(self, object);
    if (recorder.on) recorder.note(self, Kind::acquire, object.address, 0, 0, object.count);
    return 0;
}
INTERLEAVE_EXPORT int sem_trywait(sem_t* semaphore) {
    if (!current) return REAL(sem_trywait)(semaphore);
    Thread& self = *current;
    Object& object = semaphore_at(semaphore);
    execution.spinning(self, object, CALLER_FRAME);
    execution.step(self, Kind::try_acquire, object, true);
    if (object.count == 0) {
        errno = EAGAIN;
        return -1;
    }
    take_unit(self, object);
    return 0;
}
INTERLEAVE_EXPORT int sem_timedwait(sem_t* semaphore, const timespec* until) {
    if (!current) return REAL(sem_timedwait)(semaphore, until);
    return acquire_until(*current, semaphore_at(semaphore), nanoseconds(*until));
}
INTERLEAVE_EXPORT int sem_clockwait(sem_t* semaphore, clockid_t clock, const timespec* until) {
    if (!current) return REAL(sem_clockwait)(semaphore, clock, until);
    return acquire_until(*current, semaphore_at(semaphore), nanoseconds(*until));
}
INTERLEAVE_EXPORT int sem_post(sem_t* semaphore) {
    if (!current) return REAL(sem_post)(semaphore);
    Thread& self = *current;
    Object& object = semaphore_at(semaphore);
    execution.step(self, Kind::release, object, true);
    ++object.count;
    ++object.version;
    object.released.merge(self.clock);
    self.tick();
    if (recorder.on) recorder.note(self, Kind::release, object.address, 0, 0, object.count);
    object.waiters.for_each([&](int id) { execution.wake(execution.thread(id), nullptr); });
    object.waiters = {};
    return 0;
}
INTERLEAVE_EXPORT int sem_getvalue(sem_t* semaphore, int* units) {
    if (!current) return REAL(sem_getvalue)(semaphore, units);
    Object& object = semaphore_at(semaphore);
    execution.step(*current, Kind::load, object, false);
    *units = static_cast<int>(object.count);
    return 0;
}

INTERLEAVE_EXPORT int pthread_barrier_init(pthread_barrier_t* barrier,
                                           const pthread_barrierattr_t* kind, unsigned threads) {
    const int result = REAL(pthread_barrier_init)(barrier, kind, threads);
    if (current && result == 0) {
        Object& object = execution.object_at(address_of(barrier), 8, ObjectType::barrier);
        object.limit = threads;
        object.count = 0;
        object.released.clear();
    }
    return result;
}
INTERLEAVE_EXPORT int pthread_barrier_destroy(pthread_barrier_t* barrier) {
    return current ? 0 : REAL(pthread_barrier_destroy)(barrier);
}
INTERLEAVE_EXPORT int pthread_barrier_wait(pthread_barrier_t* barrier) {
    if (!current) return REAL(pthread_barrier_wait)(barrier);
    Thread& self = *current;
    Object& object = execution.object_at(address_of(barrier), 8, ObjectType::barrier);
    if (!object.limit) uncontrolled("a barrier that was made before the exploration");
    execution.step(self, Kind::arrive, object, true);
    object.released.merge(self.clock);
    self.tick();
    if (recorder.on) recorder.note(self, Kind::arrive, object.address, 0, 0, object.count + 1);
    if (++object.count == object.limit) {
        object.count = 0;
        ++object.version;
        object.readers_released.assign(object.released);
        object.released.clear();
        Execution::acquire(self, object.readers_released);
        return PTHREAD_BARRIER_SERIAL_THREAD;
    }
    self.expected = object.version;
    self.object = &object;
    execution.wait_until(self, Kind::none, is_open);
    Execution::acquire(self, object.readers_released);
    return 0;
}

INTERLEAVE_EXPORT int pthread_once(pthread_once_t* control, void (*routine)()) {
    if (!current) return REAL(pthread_once)(control, routine);
    Thread& self = *current;
    if (is_library(__builtin_return_address(0))) {
        // What a library sets up for itself outlives the execution.
        current = nullptr;
        const int result = REAL(pthread_once)(control, routine);
        current = &self;
        return result;
    }
    Object& once = once_at(control, 4);
    if (*control == 2) once.count = 1;
    if (!begin_once(self, once)) return 0;
    try {
        routine();
    } catch (...) {
        end_once(self, once, false);
        throw;
    }
    *control = 2;  // as the C library marks it
    end_once(self, once, true);
    return 0;
}

extern "C" {
int __cxa_guard_acquire(std::int64_t* guard);
void __cxa_guard_release(std::int64_t* guard);
void __cxa_guard_abort(std::int64_t* guard);
}

// A static variable inside of a library outlives the execution, with what it allocates: its
// initialisation is not explored.
static Thread* initialising = nullptr;

INTERLEAVE_EXPORT int __cxa_guard_acquire(std::int64_t* guard) {
    if (!current) return REAL(__cxa_guard_acquire)(guard);
    if (is_library(__builtin_return_address(0))) {
        const int mine = REAL(__cxa_guard_acquire)(guard);
        if (mine) {
            initialising = current;
            current = nullptr;
        }
        return mine;
    }
    auto* done = reinterpret_cast<char*>(guard);
    Object& once = once_at(guard, 8);
    if (*done) once.count = 1;
    return begin_once(*current, once);
}
INTERLEAVE_EXPORT void __cxa_guard_release(std::int64_t* guard) {
    if (!current) {
        REAL(__cxa_guard_release)(guard);
        if (initialising && is_library(__builtin_return_address(0))) {
            current = initialising;
            initialising = nullptr;
        }
        return;
    }
    *reinterpret_cast<char*>(guard) = 1;
    Object& once = once_at(guard, 8);
    Object& seen = execution.object_at(address_of(guard), 1, ObjectType::memory);
    seen.released.assign(current->clock);  // the quick look before is an acquire load
    end_once(*current, once, true);
}
INTERLEAVE_EXPORT void __cxa_guard_abort(std::int64_t* guard) {
    if (!current) return REAL(__cxa_guard_abort)(guard);
    end_once(*current, once_at(guard, 8), false);
}

INTERLEAVE_EXPORT long syscall(long number, ...) {
    va_list list;
    va_start(list, number);
    long a[6];
    for (long& argument : a) argument = va_arg(list, long);
    va_end(list);
    if (current && number == SYS_futex)
        return futex(*current, reinterpret_cast<std::uint32_t*>(a[0]), static_cast<int>(a[1]),
                     static_cast<std::uint32_t>(a[2]), reinterpret_cast<const timespec*>(a[3]),
                     __builtin_return_address(0));
    if (current && number == SYS_gettid) return 1000 + current->id;
    return REAL(syscall)(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
