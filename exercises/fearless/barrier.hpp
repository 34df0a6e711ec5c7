// A meeting point for a fixed number of threads, as many times as they like.
//
//     fearless::Barrier round(2, []() noexcept { std::puts("both are here"); });
//     auto other = fearless::spawn([&] { round.arrive_and_wait(); });
//     round.arrive_and_wait();
//
// Promises
//   - arrive_and_wait() comes back when as many threads have arrived as the barrier was made for.
//     Then the next round begins, for the same number.
//   - Before any thread of a round comes back, the completion function has run once, on the thread
//     that arrived last. Without a function nothing runs.
//   - A thread that is fast may arrive for the next round while others still leave the last one; it
//     does not take their place.
//   - A barrier for zero threads is refused with std::invalid_argument. At a barrier for one nobody
//     waits.
// Requires
//   - In each round exactly that many threads arrive. If one stays away, the others wait for ever.
//   - The completion function does not throw; one that is not noexcept does not compile:
//     "the completion function of a barrier is noexcept: nobody could catch what it throws"
//   - It does not arrive at the same barrier.
//   - Nobody waits when it is destroyed.
// Threads
//   Any number, at the same time, through const as well.
// Memory ordering
//   All that any thread did before it arrived happens before the completion function, and that
//   happens before what any of them does afterwards, through the lock.
// Not for
//   Threads that come and go (std::barrier can arrive_and_drop), or for one event: use a Latch.
#pragma once

#include <cstddef>
#include <fearless/condvar.hpp>
#include <fearless/mutex.hpp>
#include <fearless/send_sync.hpp>
#include <fearless/todo.hpp>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace fearless {

// What a barrier does between two rounds where nobody says otherwise.
struct NoCompletion {
    void operator()() const noexcept {}
};

// Where so many threads wait for each other, round after round.
template <typename F = NoCompletion>
class Barrier {
    // [requires]
    static_assert(std::is_nothrow_invocable_v<F&>,
                  "the completion function of a barrier is noexcept: nobody could catch what it "
                  "throws");
    // [requires]

  public:
    // For so many threads; `completion` runs between two rounds.
    // [constructor]
    explicit Barrier(std::size_t threads, F completion = F())
        : threads_(threads), round_(std::move(completion)) {
        if (threads == 0) throw std::invalid_argument("Barrier: no thread could ever arrive");
    }
    // [constructor]
    Barrier(const Barrier&) = delete;
    Barrier& operator=(const Barrier&) = delete;

    // Waits until all have arrived.
    void arrive_and_wait() const {
        // [arrive_and_wait]
        todo("lesson 05: wait for the others; the last one completes the round and wakes them");
        // [arrive_and_wait]
    }

  private:
    // [members]
    struct Round {
        explicit Round(F completion) : completion(std::move(completion)) {}
        F completion;
        std::size_t arrived = 0;
    };
    // [members]

    std::size_t threads_;
    Mutex<Round> round_;
    Condvar all_here_;
};

template <typename F>
inline constexpr bool enable_send<Barrier<F>> = Send<F>;
template <typename F>
inline constexpr bool enable_sync<Barrier<F>> = Send<F>;

}  // namespace fearless
