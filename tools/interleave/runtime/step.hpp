// The steps at which threads meet: what the scheduler orders and the searches reason about.
#pragma once

#include <cstdint>

#include "interleave/runtime/thread_set.hpp"

namespace interleave::runtime {

enum class Kind : std::uint8_t {
    none,
    load,
    store,
    exchange,
    fetch_op,
    compare_exchange,
    fence,
    read,  // of a plain variable, where those take part in the schedule
    write,
    lock,
    try_lock,
    timed_lock,
    unlock,
    read_lock,
    try_read_lock,
    timed_read_lock,
    read_unlock,
    wait,        // releases a mutex and goes to sleep on a condition variable
    wake_early,  // a sleeper wakes by itself: spuriously, or because its time is over
    notify_one,
    notify_all,
    acquire,  // of a semaphore
    try_acquire,
    timed_acquire,
    release,
    arrive,  // at a barrier
    futex_wait,
    futex_wake,
    once,
    start,  // of another thread
    begin,  // a started thread takes its first turn
    join,
    finish,
    sleep,
    yield,
    await,  // a spinning thread waits until what it reads has changed
    output,
    exit,
};

const char* name_of(Kind kind);

enum class ObjectType : std::uint8_t {
    memory,
    mutex,
    rwlock,
    condition,
    semaphore,
    barrier,
    futex,
    once,
    thread,
    stream,
};

// What a step touches. Two steps of different threads depend on each other when their order can
// matter: their bytes overlap and one of them writes.
struct Step {
    Kind kind = Kind::none;
    bool writes = false;
    ObjectType type = ObjectType::memory;
    std::uint16_t size = 0;
    std::uint16_t peer = 0;  // the thread that is started or joined
    std::uintptr_t address = 0;
    std::uintptr_t mutex = 0;  // that a wait releases

    static bool overlap(std::uintptr_t a, std::uint16_t a_size, std::uintptr_t b,
                        std::uint16_t b_size) {
        return a < b + b_size && b < a + a_size;
    }
    bool depends_on(const Step& other) const {
        if (kind == Kind::exit || other.kind == Kind::exit) return true;
        if ((writes || other.writes) && size && other.size &&
            overlap(address, size, other.address, other.size))
            return true;
        return (mutex && other.size && overlap(mutex, 1, other.address, other.size)) ||
               (other.mutex && size && overlap(other.mutex, 1, address, size)) ||
               (mutex && mutex == other.mutex);
    }
};

}  // namespace interleave::runtime
