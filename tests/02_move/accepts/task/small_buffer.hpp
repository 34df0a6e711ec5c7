// why: Small callables live inside the task, so that making one does not allocate.

// A piece of work: any callable without arguments, in one type that moves and is never copied.
//
// Promises
//   - A Task owns its callable: copied in from an lvalue, moved in from an rvalue, destroyed
//     exactly once. A callable that cannot be copied is welcome.
//   - A call runs the callable and drops what it returns; an exception goes to the caller of the
//     task. A task can be called again, and its callable keeps what it has changed in itself.
//   - A Task moves, and the callable inside is neither copied nor called by that. A task that was
//     moved from is empty. An assignment destroys the old callable.
//   - An empty task says so when it is tested with `if (task)`, and a call throws
//     std::bad_function_call: a worker that is handed one by mistake survives it.
// Requires
//   - The callable can be called without arguments, and does not throw from its destructor.
// Threads
//   A Task belongs to one thread at a time; it may be moved to another thread, called there and
//   destroyed there.
// Memory ordering
//   None of its own: whoever hands a task to another thread orders the two.
// Not for
//   Results (spawn gives them back), or a callable that two owners share.
#pragma once

#include <concepts>
#include <cstddef>
#include <fearless/todo.hpp>
#include <functional>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace fearless {

class Task {
  public:
    // An empty task.
    Task() noexcept;

    // Owns f. A Task is no f of its own: moving one does not wrap it.
    template <typename F>
        requires(!std::same_as<std::remove_cvref_t<F>, Task> && std::invocable<std::decay_t<F>&>)
    Task(F&& f);

    Task(Task&& other) noexcept;
    Task& operator=(Task&& other) noexcept;
    ~Task();

    // Runs the callable; throws std::bad_function_call if there is none.
    void operator()();

    explicit operator bool() const noexcept;

  private:
    // [members]
    static constexpr std::size_t kRoom = 4 * sizeof(void*);

    // What can be done with a callable of a type that only these functions know.
    struct Actions {
        void (*call)(void* place);
        void (*move)(void* from, void* to);  // leaves nothing at `from`
        void (*destroy)(void* place);
    };

    template <typename F>
    static constexpr bool kFits = sizeof(F) <= kRoom && alignof(F) <= alignof(void*) &&
                                  std::is_nothrow_move_constructible_v<F>;

    template <typename F>
    static constexpr Actions kInside{[](void* place) { std::invoke(*static_cast<F*>(place)); },
                                     [](void* from, void* to) {
                                         ::new (to) F(std::move(*static_cast<F*>(from)));
                                         std::destroy_at(static_cast<F*>(from));
                                     },
                                     [](void* place) { std::destroy_at(static_cast<F*>(place)); }};

    template <typename F>
    static constexpr Actions kOutside{
        [](void* place) { std::invoke(**static_cast<F**>(place)); },
        [](void* from, void* to) { ::new (to) F*(*static_cast<F**>(from)); },
        [](void* place) { delete *static_cast<F**>(place); }};

    void take(Task& other) noexcept {
        actions_ = std::exchange(other.actions_, nullptr);
        if (actions_) actions_->move(other.room_, room_);
    }

    void clear() noexcept {
        if (const Actions* actions = std::exchange(actions_, nullptr)) actions->destroy(room_);
    }

    const Actions* actions_ = nullptr;
    alignas(void*) std::byte room_[kRoom];
    // [members]
};

// [bodies]
inline Task::Task() noexcept {}

template <typename F>
    requires(!std::same_as<std::remove_cvref_t<F>, Task> && std::invocable<std::decay_t<F>&>)
Task::Task(F&& f) {
    using Own = std::decay_t<F>;
    if constexpr (kFits<Own>) {
        ::new (static_cast<void*>(room_)) Own(std::forward<F>(f));
        actions_ = &kInside<Own>;
    } else {
        ::new (static_cast<void*>(room_)) Own*(new Own(std::forward<F>(f)));
        actions_ = &kOutside<Own>;
    }
}

inline Task::Task(Task&& other) noexcept {
    take(other);
}

inline Task& Task::operator=(Task&& other) noexcept {
    if (this != &other) {
        clear();
        take(other);
    }
    return *this;
}

inline Task::~Task() {
    clear();
}

inline void Task::operator()() {
    if (!actions_) throw std::bad_function_call();
    actions_->call(room_);
}

inline Task::operator bool() const noexcept {
    return actions_ != nullptr;
}
// [bodies]

}  // namespace fearless
