// A piece of work: any callable without arguments, in one type that moves and is never copied.
//
//     fearless::Task task = [loaves = std::make_unique<int>(3)] { --*loaves; };
//     fearless::Task elsewhere = std::move(task);
//     if (elsewhere) elsewhere();
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
#include <fearless/todo.hpp>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace fearless {

// Any callable without arguments.
class Task {
  public:
    // An empty task.
    Task() noexcept;

    // Owns f. A Task is no f of its own: moving one does not wrap it.
    template <typename F>
        requires(!std::same_as<std::remove_cvref_t<F>, Task> && std::invocable<std::decay_t<F>&>)
    Task(F&& f);

    // Takes the callable over; the other task is empty then.
    Task(Task&& other) noexcept;
    // The same, and the callable that was here is destroyed.
    Task& operator=(Task&& other) noexcept;
    ~Task();

    // Runs the callable; throws std::bad_function_call if there is none.
    void operator()();

    // Whether there is something to call.
    explicit operator bool() const noexcept;

  private:
    // [members]
    // Yours: what a Task holds.
    // [members]
};

// [bodies]
inline Task::Task() noexcept {
    todo("lesson 02: a task without a callable");
}

template <typename F>
    requires(!std::same_as<std::remove_cvref_t<F>, Task> && std::invocable<std::decay_t<F>&>)
Task::Task(F&&) {
    todo("lesson 02: keep a callable of any type behind one type");
}

inline Task::Task(Task&&) noexcept {
    todo("lesson 02: take the callable over");
}

inline Task& Task::operator=(Task&&) noexcept {
    todo("lesson 02: drop the old callable, take the other one over");
}

inline Task::~Task() {
    todo("lesson 02: destroy the callable");
}

inline void Task::operator()() {
    todo("lesson 02: call the callable, whatever its type is");
}

inline Task::operator bool() const noexcept {
    todo("lesson 02: is there a callable?");
}
// [bodies]

}  // namespace fearless
