// why: No virtual function: two plain function pointers know the type of the callable.

    // [members]
    void* callable_ = nullptr;
    void (*call_)(void*) = nullptr;
    void (*destroy_)(void*) = nullptr;
    // [members]

// [bodies]
inline Task::Task() noexcept = default;

template <typename F>
    requires(!std::same_as<std::remove_cvref_t<F>, Task> && std::invocable<std::decay_t<F>&>)
Task::Task(F&& f)
    : callable_(new std::decay_t<F>(std::forward<F>(f))),
      call_([](void* callable) { std::invoke(*static_cast<std::decay_t<F>*>(callable)); }),
      destroy_([](void* callable) { delete static_cast<std::decay_t<F>*>(callable); }) {}

inline Task::Task(Task&& other) noexcept
    : callable_(std::exchange(other.callable_, nullptr)),
      call_(other.call_),
      destroy_(other.destroy_) {}

inline Task& Task::operator=(Task&& other) noexcept {
    if (this == &other) return *this;
    if (callable_) destroy_(callable_);
    callable_ = std::exchange(other.callable_, nullptr);
    call_ = other.call_;
    destroy_ = other.destroy_;
    return *this;
}

inline Task::~Task() {
    if (callable_) destroy_(callable_);
}

inline void Task::operator()() {
    if (!callable_) throw std::bad_function_call();
    call_(callable_);
}

inline Task::operator bool() const noexcept {
    return callable_ != nullptr;
}
// [bodies]
