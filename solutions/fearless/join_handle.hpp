// A thread, and the right to wait for what it gives back.
//
//     auto handle = fearless::spawn([] { return std::string("bread"); });
//     std::cout << std::move(handle).join();  // waits, then prints bread
//
// Promises
//   - spawn(f) starts a thread that calls its own copy of f (moved in where f is an rvalue) and
//     returns at once.
//   - join() waits until the thread has ended, then gives back what f returned or throws what f
//     threw. The result is moved out, never copied, and needs no default constructor.
//   - A handle that is dropped, or assigned to, first waits for the thread that it owns; that
//     thread's result or exception is dropped too. No thread outlives its handle unless
//     detach() lets it go.
//   - is_finished() does not wait. It is true once f has returned or thrown.
//   - A second join(), or detach() after it, throws std::system_error: the handle owns no thread.
//   - spawn throws std::system_error when the system has no thread to give.
// Requires
//   - f can be called without arguments and returns nothing or a movable value, not a reference.
//   - is_finished is called on a handle that owns a thread: one that was not joined, detached or
//     moved from.
//   - A thread does not join itself.
// Threads
//   A handle belongs to one thread at a time; to wait elsewhere, move it there.
// Memory ordering
//   All that the thread did happens before join returns. is_finished is an acquire load that
//   pairs with the release store at the end of the thread.
// Not for
//   A thread that never ends (the destructor waits for it forever), or for results that several
//   readers want.
#pragma once

#include <atomic>
#include <exception>
#include <fearless/todo.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <variant>

namespace fearless {

// Owns a thread that gives back a T.
template <typename T>
class [[nodiscard]] JoinHandle {
    static_assert(!std::is_reference_v<T>,
                  "a thread gives back a value: what a reference names may be gone before join()");

  public:
    // The other handle owns no thread afterwards.
    JoinHandle(JoinHandle&& other) noexcept = default;

    // Waits for the thread that this handle owned so far.
    JoinHandle& operator=(JoinHandle&& other) noexcept {
        // [move_assignment]
        if (this != &other) {
            if (thread_.joinable()) thread_.join();
            thread_ = std::move(other.thread_);
            packet_ = std::move(other.packet_);
        }
        return *this;
        // [move_assignment]
    }

    // Waits for the thread, if the handle still owns one.
    ~JoinHandle() {
        // [destructor]
        if (thread_.joinable()) thread_.join();
        // [destructor]
    }

    // Waits for the thread; its result or its exception comes out.
    T join() && {
        // [join]
        thread_.join();
        const std::shared_ptr<Packet> packet = std::move(packet_);
        if (packet->exception) std::rethrow_exception(packet->exception);
        if constexpr (!std::is_void_v<T>) return std::move(*packet->value);
        // [join]
    }

    // Lets the thread run on alone; nobody will hear of its result.
    void detach() && {
        // [detach]
        thread_.detach();
        // [detach]
    }

    // Whether f has returned or thrown; does not wait.
    bool is_finished() const {
        // [is_finished]
        return packet_->finished.load(acquire);
        // [is_finished]
    }

  private:
    template <typename F>
    friend JoinHandle<std::invoke_result_t<std::decay_t<F>>> spawn(F&& f);

    // [members]
    using enum std::memory_order;

    // What the thread leaves for its handle. Both own it, so it lives as long as either does.
    struct Packet {
        std::optional<std::conditional_t<std::is_void_v<T>, std::monostate, T>> value;
        std::exception_ptr exception;
        std::atomic<bool> finished = false;
    };

    JoinHandle(std::thread thread, std::shared_ptr<Packet> packet)
        : thread_(std::move(thread)), packet_(std::move(packet)) {}

    // The whole life of the thread. An exception that left it would end the program.
    template <typename F>
    static void run(F& f, Packet& packet) noexcept {
        try {
            if constexpr (std::is_void_v<T>) {
                std::invoke(std::move(f));
            } else {
                packet.value.emplace(std::invoke(std::move(f)));
            }
        } catch (...) {
            packet.exception = std::current_exception();
        }
        packet.finished.store(true, release);
    }

    std::thread thread_;
    std::shared_ptr<Packet> packet_;
    // [members]
};

// Starts a thread that runs f.
template <typename F>
JoinHandle<std::invoke_result_t<std::decay_t<F>>> spawn(F&& f) {
    // [spawn]
    using Handle = JoinHandle<std::invoke_result_t<std::decay_t<F>>>;
    auto packet = std::make_shared<typename Handle::Packet>();
    std::thread thread(
        [f = std::decay_t<F>(std::forward<F>(f)), packet]() mutable { Handle::run(f, *packet); });
    return Handle(std::move(thread), std::move(packet));
    // [spawn]
}

}  // namespace fearless
