// verdict: wrong_result
// test: Task.a_task_runs_its_callable_after_it_has_moved_and_not_before_it_is_called
// why: Calls the callable where it should keep it; by the time of the call nothing is left to do.

    // [members]
    bool full_ = false;
    // [members]

// [bodies]
inline Task::Task() noexcept = default;

template <typename F>
    requires(!std::same_as<std::remove_cvref_t<F>, Task> && std::invocable<std::decay_t<F>&>)
Task::Task(F&& f) : full_(true) {
    std::decay_t<F> own(std::forward<F>(f));
    own();
}

inline Task::Task(Task&& other) noexcept : full_(std::exchange(other.full_, false)) {}

inline Task& Task::operator=(Task&& other) noexcept {
    full_ = std::exchange(other.full_, false);
    return *this;
}

inline Task::~Task() = default;

inline void Task::operator()() {
    if (!full_) throw std::bad_function_call();
}

inline Task::operator bool() const noexcept {
    return full_;
}
// [bodies]
