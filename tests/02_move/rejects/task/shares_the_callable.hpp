// verdict: wrong_result
// test: Task.a_task_that_was_moved_from_is_empty
// why: A shared_ptr that is copied in the move leaves the old task full: two tasks own one
// callable.

    // [members]
    struct Callable {
        virtual ~Callable() = default;
        virtual void call() = 0;
    };

    // The one place that still knows the type of the callable.
    template <typename F>
    struct Holder final : Callable {
        template <typename G>
        explicit Holder(G&& g) : f(std::forward<G>(g)) {}
        void call() override { std::invoke(f); }
        F f;
    };

    std::shared_ptr<Callable> callable_;
    // [members]

// [bodies]
inline Task::Task() noexcept = default;

template <typename F>
    requires(!std::same_as<std::remove_cvref_t<F>, Task> && std::invocable<std::decay_t<F>&>)
Task::Task(F&& f) : callable_(std::make_shared<Holder<std::decay_t<F>>>(std::forward<F>(f))) {}

inline Task::Task(Task&& other) noexcept : callable_(other.callable_) {}
inline Task& Task::operator=(Task&& other) noexcept {
    callable_ = other.callable_;
    return *this;
}
inline Task::~Task() = default;

inline void Task::operator()() {
    if (!callable_) throw std::bad_function_call();
    callable_->call();
}

inline Task::operator bool() const noexcept {
    return callable_ != nullptr;
}
// [bodies]
