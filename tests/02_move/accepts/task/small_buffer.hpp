// why: Small callables live inside the task, so that making one does not allocate.

#include <cstddef>
#include <new>

    // [members]
    static constexpr std::size_t kRoom = 4 * sizeof(void*);

    // What can be done with a callable of a type that only these functions know.
    struct Actions {
        void (*call)(void* place);
        void (*move)(void* from, void* to);  // leaves nothing at `from`
        void (*destroy)(void* place);
    };

    template <typename F>
    static constexpr bool kFits = sizeof(F) <= kRoom && alignof(F) <= alignof(void*) &&
                                  std::is_nothrow_move_constructible_v<F>;

    template <typename F>
    static constexpr Actions kInside{[](void* place) { std::invoke(*static_cast<F*>(place)); },
                                     [](void* from, void* to) {
                                         ::new (to) F(std::move(*static_cast<F*>(from)));
                                         std::destroy_at(static_cast<F*>(from));
                                     },
                                     [](void* place) { std::destroy_at(static_cast<F*>(place)); }};

    template <typename F>
    static constexpr Actions kOutside{
        [](void* place) { std::invoke(**static_cast<F**>(place)); },
        [](void* from, void* to) { ::new (to) F*(*static_cast<F**>(from)); },
        [](void* place) { delete *static_cast<F**>(place); }};

    void take(Task& other) noexcept {
        actions_ = std::exchange(other.actions_, nullptr);
        if (actions_) actions_->move(other.room_, room_);
    }

    void clear() noexcept {
        if (const Actions* actions = std::exchange(actions_, nullptr)) actions->destroy(room_);
    }

    const Actions* actions_ = nullptr;
    alignas(void*) std::byte room_[kRoom];
    // [members]

// [bodies]
inline Task::Task() noexcept {}

template <typename F>
    requires(!std::same_as<std::remove_cvref_t<F>, Task> && std::invocable<std::decay_t<F>&>)
Task::Task(F&& f) {
    using Own = std::decay_t<F>;
    if constexpr (kFits<Own>) {
        ::new (static_cast<void*>(room_)) Own(std::forward<F>(f));
        actions_ = &kInside<Own>;
    } else {
        ::new (static_cast<void*>(room_)) Own*(new Own(std::forward<F>(f)));
        actions_ = &kOutside<Own>;
    }
}

inline Task::Task(Task&& other) noexcept {
    take(other);
}

inline Task& Task::operator=(Task&& other) noexcept {
    if (this != &other) {
        clear();
        take(other);
    }
    return *this;
}

inline Task::~Task() {
    clear();
}

inline void Task::operator()() {
    if (!actions_) throw std::bad_function_call();
    actions_->call(room_);
}

inline Task::operator bool() const noexcept {
    return actions_ != nullptr;
}
// [bodies]
