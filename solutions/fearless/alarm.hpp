// What one thread sleeps on until another one rings. Given: there is nothing to write in this file.
//
// It lives on the stack of the thread that sleeps. That thread leaves its address behind a lock,
// and whoever finds it there takes it off and rings it before the lock is free again:
//
//     fearless::Alarm alarm;
//     fearless::Mutex<fearless::Alarm*> sleeper(&alarm);
//     auto thread = fearless::spawn([&] {
//         fearless::WakeUp wake_up;  // declared first, so it happens last: without the lock
//         const auto guard = sleeper.lock();
//         wake_up = ring(*guard);
//     });
//     alarm.wait();
//
// Promises
//   - wait() returns when the alarm has been rung, also when that happened before.
//   - wait_for(time) waits for `time` at most, on a clock that nobody sets, and says whether the
//     alarm was rung. A time of zero or less means: only look.
//   - alarm.ring() rings. What it returns wakes the thread when it is destroyed, with a system call
//     only if that thread really sleeps.
//   - ring(pointer) sets a pointer to an alarm to null and rings that alarm; null does nothing.
//   - ring() may be the last use of the alarm: the wake-up is right although the alarm is gone.
// Requires
//   - A thread that leaves has first taken the alarm back from wherever it is still to be found,
//     under the lock of that place. It has been rung under the same lock, or will not be.
// Threads
//   One thread waits. Any may ring, several one after another as well.
// Memory ordering
//   What happened before ring() happens before what follows wait(): the release of the ring pairs
//   with the acquire of the wait.
// Not for
//   Counting: two rings are as good as one. Nor for a second wait: make a new alarm.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <fearless/park.hpp>
#include <utility>

namespace fearless {

// A thread that is to be woken, when this is destroyed.
class [[nodiscard]] WakeUp {
  public:
    WakeUp() = default;
    explicit WakeUp(const ParkWord& word) : word_(&word) {}
    WakeUp(WakeUp&& other) noexcept : word_(std::exchange(other.word_, nullptr)) {}
    WakeUp& operator=(WakeUp&& other) noexcept {
        std::swap(word_, other.word_);
        return *this;
    }
    ~WakeUp() {
        if (word_) unpark_one(*word_);
    }

  private:
    const ParkWord* word_ = nullptr;
};

// What one thread waits for, and another one rings.
class Alarm {
  public:
    Alarm() = default;
    Alarm(const Alarm&) = delete;
    Alarm& operator=(const Alarm&) = delete;

    // Sleeps until the alarm has been rung.
    void wait() {
        if (rung() || yield_until([this] { return rung(); }) || !fall_asleep()) return;
        while (!rung()) park(word_, kAsleep);
    }

    // The same for `time` at most; whether it was rung.
    bool wait_for(std::chrono::nanoseconds time) {
        using Clock = std::chrono::steady_clock;
        if (rung() || time.count() <= 0) return rung();
        const auto start = Clock::now();
        if (yield_until([this] { return rung(); }) || !fall_asleep()) return true;
        // Compared as a span, because start + time can overflow.
        for (auto left = time; !rung() && left.count() > 0; left = time - (Clock::now() - start)) {
            if (!park_for(word_, kAsleep, left)) break;
        }
        return rung();
    }

    // Rings. The thread is woken when the result is destroyed.
    WakeUp ring() {
        const ParkWord& word = word_;
        if (word_.exchange(kRung, acq_rel) != kAsleep) return {};
        return WakeUp(word);
    }

    // Sets the pointer to null and rings the alarm it led to, if any.
    [[nodiscard]] friend WakeUp ring(Alarm*& alarm) {
        Alarm* const rung = std::exchange(alarm, nullptr);
        return rung ? rung->ring() : WakeUp();
    }

  private:
    using enum std::memory_order;

    static constexpr std::uint32_t kSet = 0;     // and its thread is awake
    static constexpr std::uint32_t kAsleep = 1;  // or about to be
    static constexpr std::uint32_t kRung = 2;

    bool rung() const { return word_.load(acquire) == kRung; }

    // False when the ring came first.
    bool fall_asleep() {
        std::uint32_t seen = kSet;
        return word_.compare_exchange_strong(seen, kAsleep, acquire);
    }

    ParkWord word_ = kSet;
};

}  // namespace fearless
