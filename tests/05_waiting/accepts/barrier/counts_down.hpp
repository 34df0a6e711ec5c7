// why: It counts those who are still missing, and a sense that turns.

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
        : threads_(threads), round_(std::move(completion), threads) {
        if (threads == 0) throw std::invalid_argument("Barrier: no thread could ever arrive");
    }
    Barrier(const Barrier&) = delete;
    Barrier& operator=(const Barrier&) = delete;

    void arrive_and_wait() const {
        // [arrive_and_wait]
        auto round = round_.lock();
        const bool sense = round->sense;
        if (--round->missing == 0) {
            round->completion();
            round->missing = threads_;
            round->sense = !sense;
            all_here_.notify_all();
        }
        all_here_.wait(round, [sense](const Round& now) { return now.sense != sense; });
        // [arrive_and_wait]
    }

  private:
    // [members]
    struct Round {
        Round(F completion, std::size_t threads)
            : completion(std::move(completion)), missing(threads) {}
        F completion;
        std::size_t missing;
        bool sense = false;
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
