// verdict: use_after_free
// why: A defaulted move of a raw pointer copies it: two tasks, one callable, two deletes.

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

    Callable* callable_ = nullptr;
    // [members]

// [bodies]
inline Task::Task() noexcept = default;

template <typename F>
    requires(!std::same_as<std::remove_cvref_t<F>, Task> && std::invocable<std::decay_t<F>&>)
Task::Task(F&& f) : callable_(new Holder<std::decay_t<F>>(std::forward<F>(f))) {}

inline Task::Task(Task&& other) noexcept = default;
inline Task& Task::operator=(Task&& other) noexcept {
    if (this != &other) {
        delete callable_;
        callable_ = std::exchange(other.callable_, nullptr);
    }
    return *this;
}

inline Task::~Task() {
    delete callable_;
}

inline void Task::operator()() {
    if (!callable_) throw std::bad_function_call();
    callable_->call();
}

inline Task::operator bool() const noexcept {
    return callable_ != nullptr;
}
// [bodies]
