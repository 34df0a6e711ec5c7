// why: std::mutex and std::condition_variable_any.
// whole: other members, and a constructor for them

#pragma once

#include <condition_variable>
#include <cstddef>
#include <fearless/send_sync.hpp>
#include <mutex>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace fearless {

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
        : threads_(threads), completion_(std::move(completion)) {
        if (threads == 0) throw std::invalid_argument("Barrier: no thread could ever arrive");
    }
    Barrier(const Barrier&) = delete;
    Barrier& operator=(const Barrier&) = delete;

    void arrive_and_wait() const {
        std::unique_lock hold(mutex_);
        if (++arrived_ == threads_) {
            completion_();
            arrived_ = 0;
            ++round_;
            all_here_.notify_all();
            return;
        }
        all_here_.wait(hold, [this, mine = round_] { return round_ != mine; });
    }

  private:
    std::size_t threads_;
    mutable F completion_;
    mutable std::mutex mutex_;
    mutable std::condition_variable_any all_here_;
    mutable std::size_t arrived_ = 0, round_ = 0;
};

template <typename F>
inline constexpr bool enable_send<Barrier<F>> = Send<F>;
template <typename F>
inline constexpr bool enable_sync<Barrier<F>> = Send<F>;

}  // namespace fearless
