// why: std::shared_ptr<void> remembers how to delete; the task only adds how to call.

    // [members]
    std::shared_ptr<void> callable_;
    void (*call_)(void*) = nullptr;
    // [members]

// [bodies]
inline Task::Task() noexcept = default;

template <typename F>
    requires(!std::same_as<std::remove_cvref_t<F>, Task> && std::invocable<std::decay_t<F>&>)
Task::Task(F&& f)
    : callable_(std::make_shared<std::decay_t<F>>(std::forward<F>(f))),
      call_([](void* callable) { std::invoke(*static_cast<std::decay_t<F>*>(callable)); }) {}

inline Task::Task(Task&& other) noexcept = default;
inline Task& Task::operator=(Task&& other) noexcept = default;
inline Task::~Task() = default;

inline void Task::operator()() {
    if (!callable_) throw std::bad_function_call();
    call_(callable_.get());
}

inline Task::operator bool() const noexcept {
    return callable_ != nullptr;
}
// [bodies]
