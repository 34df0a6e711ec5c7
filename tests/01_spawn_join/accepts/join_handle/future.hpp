// why: std::packaged_task carries the result or the exception, std::future asks for it.
// whole: a constructor of its own, and spawn uses it

#pragma once

#include <chrono>
#include <future>
#include <thread>
#include <type_traits>
#include <utility>

namespace fearless {

template <typename T>
class [[nodiscard]] JoinHandle {
    static_assert(!std::is_reference_v<T>,
                  "a thread gives back a value: what a reference names may be gone before join()");

  public:
    template <typename F>
    explicit JoinHandle(std::in_place_t, F&& f) {
        std::packaged_task<T()> task(std::forward<F>(f));
        future_ = task.get_future();
        thread_ = std::thread(std::move(task));
    }
    JoinHandle(JoinHandle&&) noexcept = default;
    JoinHandle& operator=(JoinHandle&& other) noexcept {
        JoinHandle old(std::move(*this));
        std::swap(thread_, other.thread_);
        std::swap(future_, other.future_);
        return *this;
    }
    ~JoinHandle() {
        if (thread_.joinable()) thread_.join();
    }

    T join() && {
        thread_.join();
        return future_.get();
    }
    void detach() && { thread_.detach(); }
    bool is_finished() const {
        return future_.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    }

  private:
    std::future<T> future_;
    std::thread thread_;
};

template <typename F>
JoinHandle<std::invoke_result_t<std::decay_t<F>>> spawn(F&& f) {
    return JoinHandle<std::invoke_result_t<std::decay_t<F>>>(std::in_place, std::forward<F>(f));
}

}  // namespace fearless
