// verdict: wrong_result
// test: RawMutex.try_lock_does_not_wait
// why: The same thread gets in again, and finds its own half-done work.

#include <thread>

    // [members]
    using enum std::memory_order;

    static constexpr std::uint32_t kFree = 0;
    static constexpr std::uint32_t kOwned = 1;      // and nobody sleeps
    static constexpr std::uint32_t kContended = 2;  // owned, and somebody may sleep

    std::atomic<std::uint32_t> word_ = kFree;
    std::atomic<std::thread::id> owner_{};
    // [members]

    // [try_lock]
    const auto me = std::this_thread::get_id();
    if (owner_.load(relaxed) == me) return true;
    std::uint32_t seen = kFree;
    if (!word_.compare_exchange_strong(seen, kOwned, acquire)) return false;
    owner_.store(me, relaxed);
    return true;
    // [try_lock]

    // [lock]
    if (try_lock()) return;
    while (word_.exchange(kContended, acquire) != kFree) park(word_, kContended);
    owner_.store(std::this_thread::get_id(), relaxed);
    // [lock]

    // [unlock]
    owner_.store(std::thread::id(), relaxed);
    if (word_.exchange(kFree, release) == kContended) unpark_one(word_);
    // [unlock]
