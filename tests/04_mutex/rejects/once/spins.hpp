// verdict: timeout
// test: Once.who_waits_sleeps_until_it_is_done
// why: It is right in every order, and it costs a core for as long as f runs.

#include <thread>

    // [members]
    using enum std::memory_order;

    static constexpr std::uint32_t kNew = 0;
    static constexpr std::uint32_t kRunning = 1;
    static constexpr std::uint32_t kContended = 2;  // running, and somebody may sleep
    static constexpr std::uint32_t kDone = 3;

    // True: the caller is the one who runs f now. False: it has been done.
    bool begin() const {
        std::uint32_t seen = word_.load(acquire);
        while (seen != kDone) {
            const std::uint32_t next = seen == kNew ? kRunning : kContended;
            if (seen != next && !word_.compare_exchange_strong(seen, next, acquire)) continue;
            if (next == kRunning) return true;
            std::this_thread::yield();
            seen = word_.load(acquire);
        }
        return false;
    }

    void end(std::uint32_t how) const {
        if (word_.exchange(how, release) == kContended) unpark_all(word_);
    }

    mutable std::atomic<std::uint32_t> word_ = kNew;
    // [members]
