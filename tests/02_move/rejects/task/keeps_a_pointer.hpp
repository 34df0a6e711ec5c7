// verdict: use_after_free
// why: The address of the callable is kept and not the callable, which was a temporary.

    // [members]
    struct Callable {
        virtual ~Callable() = default;
        virtual void call() = 0;
    };

    // The one place that still knows the type of the callable.
    template <typename F>
    struct Holder final : Callable {
        explicit Holder(F& g) : f(&g) {}
        void call() override { std::invoke(*f); }
        F* f;
    };

    std::unique_ptr<Callable> callable_;
    // [members]

// [bodies]
inline Task::Task() noexcept = default;

template <typename F>
    requires(!std::same_as<std::remove_cvref_t<F>, Task> && std::invocable<std::decay_t<F>&>)
Task::Task(F&& f) : callable_(std::make_unique<Holder<std::remove_reference_t<F>>>(f)) {}

inline Task::Task(Task&& other) noexcept = default;
inline Task& Task::operator=(Task&& other) noexcept = default;
inline Task::~Task() = default;

inline void Task::operator()() {
    if (!callable_) throw std::bad_function_call();
    callable_->call();
}

inline Task::operator bool() const noexcept {
    return callable_ != nullptr;
}
// [bodies]
