// why: Lookers share the lock, sellers do not.

#include <shared_mutex>

        // [free_seats]
        const std::shared_lock hold(mutex_);
        return free_;
        // [free_seats]

    // [members]
    mutable std::shared_mutex mutex_;
    int free_;
    // [members]
