// why: Whether it is done in one word, who may do it in a lock of the library.

#include <fearless/raw_mutex.hpp>

        // [call]
        if (is_done()) return;
        turn_.lock();
        struct Unlock {
            ~Unlock() { raw.unlock(); }
            RawMutex& raw;
        } unlock{turn_};
        if (is_done()) return;
        std::invoke(std::forward<F>(f));
        done_.store(true, release);
        // [call]

        // [is_done]
        return done_.load(acquire);
        // [is_done]

    // [members]
    using enum std::memory_order;

    mutable std::atomic<bool> done_ = false;
    mutable RawMutex turn_;
    // [members]
