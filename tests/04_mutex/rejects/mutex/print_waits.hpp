// verdict: deadlock
// test: Mutex.a_mutex_prints_its_value_and_says_when_it_is_locked
// why: Who prints a mutex that is held by the same thread waits for itself.

        // [print]
        const std::lock_guard hold(mutex.raw_);
        return out << "Mutex { data: " << mutex.value_ << " }";
        // [print]
