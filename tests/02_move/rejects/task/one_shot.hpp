// verdict: wrong_result
// test: Task.a_task_can_be_called_again_and_keeps_its_state
// why: The first call uses the task up; the second finds it empty.

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
    const std::unique_ptr<Callable> once = std::move(callable_);
    once->call();
}

inline Task::operator bool() const noexcept {
    return callable_ != nullptr;
}
// [bodies]
