// verdict: data_race
// why: The completion runs once for each thread.

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

template <typename F = NoCompletion>
class Barrier {
    static_assert(std::is_nothrow_invocable_v<F&>,
                  "the completion function of a barrier is noexcept: nobody could catch what it "
                  "throws");

  public:
    explicit Barrier(std::size_t threads, F completion = F())
        : threads_(threads), round_(std::move(completion)) {
        if (threads == 0) throw std::invalid_argument("Barrier: no thread could ever arrive");
    }
    Barrier(const Barrier&) = delete;
    Barrier& operator=(const Barrier&) = delete;

    void arrive_and_wait() const {
        // [arrive_and_wait]
        auto round = round_.lock();
        round->completion();
        if (++round->arrived < threads_) {
            const std::size_t mine = round->number;
            all_here_.wait(round, [mine](const Round& now) { return now.number != mine; });
            return;
        }
        round->arrived = 0;
        ++round->number;
        all_here_.notify_all();
        // [arrive_and_wait]
    }

  private:
    // [members]
    struct Round {
        explicit Round(F completion) : completion(std::move(completion)) {}
        F completion;
        std::size_t arrived = 0;
        std::size_t number = 0;
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
