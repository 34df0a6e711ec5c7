// verdict: compile_error
// why: std::function copies its callable, so it takes only callables that can be copied.

    // [members]
    std::function<void()> callable_;
    // [members]

// [bodies]
inline Task::Task() noexcept = default;

template <typename F>
    requires(!std::same_as<std::remove_cvref_t<F>, Task> && std::invocable<std::decay_t<F>&>)
Task::Task(F&& f) : callable_(std::forward<F>(f)) {}

inline Task::Task(Task&& other) noexcept = default;
inline Task& Task::operator=(Task&& other) noexcept = default;
inline Task::~Task() = default;

inline void Task::operator()() {
    if (!callable_) throw std::bad_function_call();
    callable_();
}

inline Task::operator bool() const noexcept {
    return static_cast<bool>(callable_);
}
// [bodies]
