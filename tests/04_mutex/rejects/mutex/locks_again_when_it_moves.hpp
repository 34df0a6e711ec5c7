// verdict: wrong_result
// test: Mutex.a_guard_that_moves_holds_the_lock_all_the_time
// why: The old guard frees the lock and the new one takes it; between the two it is anybody's.

        // [guard_move]
        : mutex_(other.mutex_) {
        mutex_->raw_.unlock();
        other.mutex_ = nullptr;
        mutex_->raw_.lock();
        // [guard_move]

        // [unlocked]
        struct Relock {
            const Mutex<T>& mutex;
            ~Relock() { mutex.raw_.lock(); }
        };
        mutex_->raw_.unlock();
        const Relock relock{*mutex_};
        return std::invoke(std::forward<F>(f));
        // [unlocked]

        // [with]
        auto guard = lock();
        return std::invoke(std::forward<F>(f), *guard);
        // [with]

        // [print]
        if (auto guard = mutex.try_lock()) {
            out << "Mutex { data: " << **guard << " }";
        } else {
            out << "Mutex { <locked> }";
        }
        return out;
        // [print]
