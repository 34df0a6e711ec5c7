// verdict: wrong_result
// test: Task.an_exception_of_the_callable_reaches_the_caller_of_the_task
// why: The one who called the task is told that all went well.

// [bodies]
inline Task::Task() noexcept = default;

template <typename F>
    requires(!std::same_as<std::remove_cvref_t<F>, Task> && std::invocable<std::decay_t<F>&>)
Task::Task(F&& f) : callable_(std::make_unique<Holder<std::decay_t<F>>>(std::forward<F>(f))) {}

inline Task::Task(Task&& other) noexcept = default;
inline Task& Task::operator=(Task&& other) noexcept = default;
inline Task::~Task() = default;

inline void Task::operator()() {
    if (!callable_) throw std::bad_function_call();
    try {
        callable_->call();
    } catch (...) {
    }
}

inline Task::operator bool() const noexcept {
    return callable_ != nullptr;
}
// [bodies]
