// why: std::jthread joins when dropped or assigned to; a variant holds the outcome.
// whole: a constructor of its own, and spawn uses it

#pragma once

#include <atomic>
#include <exception>
#include <functional>
#include <memory>
#include <thread>
#include <type_traits>
#include <utility>
#include <variant>

namespace fearless {

template <typename T>
class [[nodiscard]] JoinHandle {
    static_assert(!std::is_reference_v<T>,
                  "a thread gives back a value: what a reference names may be gone before join()");

    struct Nothing {};
    using Value = std::conditional_t<std::is_void_v<T>, Nothing, T>;
    using Outcome = std::variant<std::monostate, Value, std::exception_ptr>;
    struct Shared {
        Outcome outcome;
        std::atomic<bool> finished = false;
    };

    template <typename F>
    static Outcome outcome_of(F& f) {
        try {
            if constexpr (std::is_void_v<T>) {
                std::invoke(std::move(f));
                return Outcome(std::in_place_index<1>);
            } else {
                return Outcome(std::in_place_index<1>, std::invoke(std::move(f)));
            }
        } catch (...) {
            return Outcome(std::in_place_index<2>, std::current_exception());
        }
    }

  public:
    template <typename F>
    JoinHandle(std::in_place_t, F&& f)
        : shared_(std::make_shared<Shared>()),
          thread_([shared = shared_, f = std::decay_t<F>(std::forward<F>(f))]() mutable {
              shared->outcome = outcome_of(f);
              shared->finished = true;
          }) {}
    JoinHandle(JoinHandle&&) noexcept = default;
    JoinHandle& operator=(JoinHandle&& other) noexcept {
        thread_ = std::move(other.thread_);
        shared_ = std::move(other.shared_);
        return *this;
    }

    T join() && {
        thread_.join();
        Outcome outcome = std::move(shared_->outcome);
        shared_.reset();
        if (auto* failure = std::get_if<2>(&outcome)) std::rethrow_exception(std::move(*failure));
        if constexpr (!std::is_void_v<T>) return std::get<1>(std::move(outcome));
    }
    void detach() && { thread_.detach(); }
    bool is_finished() const { return shared_->finished; }

  private:
    std::shared_ptr<Shared> shared_;
    std::jthread thread_;
};

template <typename F>
auto spawn(F&& f) {
    return JoinHandle<std::invoke_result_t<std::decay_t<F>>>(std::in_place, std::forward<F>(f));
}

}  // namespace fearless
