// why: The receiver takes all that is there with one lock and counts down what it has left, so that
// the bound holds for both together; both sides pause where they would chase each other; and the
// lock is given back with a store. Costs fairness, and a lock that nobody may hold for long.
// whole: tests/bench/parts/channel_faster.cpp includes it beside the reference

#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <deque>
#include <expected>
#include <fearless/alarm.hpp>
#include <fearless/channel_error.hpp>
#include <fearless/park.hpp>
#include <fearless/todo.hpp>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace fearless {

namespace detail {

// What a sender that waits leaves behind; whoever takes the note off the list rings it.
template <typename T>
struct WaitingSender {
    T* value;            // still the sender's
    bool taken = false;  // the receiver has moved the value out
    Alarm alarm{};
};

// How a sender waits that can be told to stop: take(core, stop) with the roles changed. Given.
template <typename Core, typename T>
std::expected<void, SendFailure> put(Core& core, T& value, std::stop_token stop) {
    for (;;) {
        const bool stopped =
            stop.stop_requested();  // before the look: room that came first is used
        const auto put = core.try_put(value);
        if (put || put.error() == SendFailure::disconnected) return put;
        if (stopped) return std::unexpected(SendFailure::stopped);
        WaitingSender<T> note{&value};
        if (!core.leave(note)) continue;
        {
            const std::stop_callback wake(stop, [&note] { const WakeUp up = note.alarm.ring(); });
            note.alarm.wait();
        }
        core.take_back(note);
        if (note.taken) return {};
    }
}

}  // namespace detail

// Read with an index and used again, so that nothing is allocated once it is long enough. A vector
// that grows moves what is in it; where a move may throw, that could cost other values.
template <typename T>
using Batch =
    std::conditional_t<std::is_nothrow_move_constructible_v<T>, std::vector<T>, std::deque<T>>;

// A lock for a few instructions: whoever waits for it gives its core away and looks again. Giving
// it back is a plain store, because there is nobody to wake; that is half of the cost of a lock.
class ShortLock {
  public:
    void lock() {
        while (taken_.exchange(true, acquire)) {
            while (taken_.load(relaxed)) std::this_thread::yield();
        }
    }
    void unlock() { taken_.store(false, release); }  // pairs with the exchange

  private:
    using enum std::memory_order;

    std::atomic<bool> taken_ = false;
};

template <typename T>
class BoundedMailbox {
  public:
    explicit BoundedMailbox(std::size_t capacity) : capacity_(capacity) {}

    std::expected<void, SendFailure> put(T& value) { return put_until(value, std::nullopt); }
    std::expected<void, SendFailure> put_for(T& value, std::chrono::nanoseconds time) {
        return put_until(value, time);
    }
    std::expected<void, SendFailure> put(T& value, std::stop_token stop) {
        return detail::put(*this, value, std::move(stop));
    }

    std::expected<void, SendFailure> try_put(T& value) {
        // [try_put]
        WakeUp wake_up;  // happens when the lock is free again
        const std::lock_guard hold(lock_);
        if (receiver_dropped_) return std::unexpected(SendFailure::disconnected);
        if (!room()) return std::unexpected(SendFailure::full);
        try {
            in_.push_back(std::move(value));
        } catch (...) {
            wake_up = ring_next();  // the room is still there, for somebody else
            throw;
        }
        wake_up = ring(sleeper_);
        return {};
        // [try_put]
    }

    std::expected<T, RecvError> try_take() {
        // [try_take]
        std::expected<T, RecvError> found = std::unexpected(RecvError::empty);
        if (next_ == out_.size()) {
            if (1 < next_ && next_ < few) pause();
            out_.clear();
            next_ = 0;
            WakeUp wake_up;
            const std::lock_guard hold(lock_);
            if (!in_.empty()) {
                std::swap(out_, in_);
                most_left_ = out_.size();
                left_.fetch_add(2 * out_.size(), relaxed);
            } else if (capacity_ == 0 && !waiting_.empty()) {
                found = std::move(*waiting_.front()->value);
                waiting_.front()->taken = true;
                wake_up = ring_next();
            } else if (closed_) {
                found = std::unexpected(RecvError::disconnected);
            }
        }
        if (next_ < out_.size()) {
            found = std::move(out_[next_]);
            ++next_;
            if (left_.fetch_sub(2, acq_rel) & 1) make_room();
        }
        return found;
        // [try_take]
    }

    bool watch(Alarm& alarm) {
        // [watch]
        if (next_ < out_.size()) return false;
        const std::lock_guard hold(lock_);
        const bool offered = capacity_ == 0 && !waiting_.empty();
        if (!in_.empty() || offered || closed_) return false;
        sleeper_ = &alarm;
        return true;
        // [watch]
    }

    void unwatch() {
        // [unwatch]
        const std::lock_guard hold(lock_);
        sleeper_ = nullptr;
        // [unwatch]
    }

    void close() {
        // [close]
        WakeUp wake_up;
        const std::lock_guard hold(lock_);
        closed_ = true;
        wake_up = ring(sleeper_);
        // [close]
    }

    void drop_receiver() {
        // [drop_receiver]
        // Destroyed without the lock: a value's destructor may do anything.
        const Batch<T> left = std::move(out_);
        Batch<T> unseen;
        const std::lock_guard hold(lock_);
        receiver_dropped_ = true;
        unseen.swap(in_);
        while (!waiting_.empty()) WakeUp wake_up = ring_next();
        // [drop_receiver]
    }

    // Leaves a note for whoever makes room, unless there is some by now, or nobody to make it.
    bool leave(detail::WaitingSender<T>& note) {
        // [leave]
        WakeUp wake_up;
        const std::lock_guard hold(lock_);
        if (receiver_dropped_) return false;
        left_.fetch_or(1, relaxed);
        if (room()) return false;
        waiting_.push_back(&note);
        if (capacity_ == 0) wake_up = ring(sleeper_);  // the note is what it waits for
        return true;
        // [leave]
    }

    // When it returns, nobody knows the note any more.
    void take_back(detail::WaitingSender<T>& note) {
        // [take_back]
        const std::lock_guard hold(lock_);
        std::erase(waiting_, &note);
        // [take_back]
    }

  private:
    using enum std::memory_order;

    std::expected<void, SendFailure> put_until(T& value,
                                               std::optional<std::chrono::nanoseconds> time) {
        // [put_until]
        using Clock = std::chrono::steady_clock;
        const auto start = time ? Clock::now() : Clock::time_point();
        for (;;) {
            auto put = try_put(value);
            if (!put && put.error() == SendFailure::full && capacity_ > few) {
                pause();  // the receiver makes room for many meanwhile
                put = try_put(value);
            }
            if (put || put.error() == SendFailure::disconnected) return put;
            detail::WaitingSender<T> note{&value};
            if (!time) {
                if (leave(note)) note.alarm.wait();
            } else {
                const auto passed = Clock::now() - start;  // start + *time can overflow
                if (passed >= *time) return std::unexpected(SendFailure::timeout);
                if (leave(note) && !note.alarm.wait_for(*time - passed)) take_back(note);
            }
            if (note.taken) return {};
        }
        // [put_until]
    }

    // [members]
    // What the receiver has left only gets less between two swaps, so the number that was seen last
    // is on the safe side. It is looked up only where it decides: the receiver writes it for each
    // value.
    bool room() {
        // [room]
        if (in_.size() + most_left_ < capacity_) return true;
        most_left_ = left_.load(acquire) / 2;
        return in_.size() + most_left_ < capacity_;
        // [room]
    }

    // One value has been handed out, and somebody waited for that.
    void make_room() {
        WakeUp wake_up;
        const std::lock_guard hold(lock_);
        wake_up = ring_next();
        if (waiting_.empty()) left_.fetch_and(~std::size_t(1), relaxed);
    }

    // Takes the note of the sender that has waited longest off the list.
    WakeUp ring_next() {
        if (waiting_.empty()) return {};
        detail::WaitingSender<T>& first = *waiting_.front();
        waiting_.pop_front();
        return first.alarm.ring();
    }

    // Whoever goes for the lock again at once finds a value or two, or room for one or two, and
    // slows the other side down. So the receiver pauses behind a short batch, and a sender when it
    // finds no room in a big channel. Behind a single value there is no pause, because its sender
    // may wait for an answer.
    static constexpr std::size_t few = 256;

    // A microsecond or two. Nothing depends on it, and the explorer skips it.
    static void pause() {
        int turns = 0;
        yield_until([&] { return ++turns == 8; });
    }

    const std::size_t capacity_;

    // What both sides change, behind the lock.
    ShortLock lock_;
    Batch<T> in_;                                    // sent, and not yet swapped out
    std::size_t most_left_ = 0;                      // the receiver has so many left, or fewer
    std::deque<detail::WaitingSender<T>*> waiting_;  // senders without room, first come first
    bool closed_ = false;                            // nobody sends any more
    bool receiver_dropped_ = false;                  // nobody receives any more
    Alarm* sleeper_ = nullptr;                       // of the receiver that waits

    // The receiver's own, on another cache line, and what others may know of it: twice the number
    // of values that it has left, and one more where a sender waits. In one word, so that of a
    // value handed out and a sender that falls asleep one always sees the other. Handing out is the
    // release of which the acquire in room() knows.
    alignas(64) std::atomic<std::size_t> left_ = 0;
    Batch<T> out_;
    std::size_t next_ = 0;
    // [members]
};

}  // namespace fearless
