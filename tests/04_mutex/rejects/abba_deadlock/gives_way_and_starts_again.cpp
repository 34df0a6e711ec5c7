// verdict: livelock
// why: Two that give way to each other and start again can do so for ever, when they keep in step.

// A bank that moves money between accounts, from several threads.
#include <functional>
#include <mutex>

namespace abba_deadlock {

struct Account {
    std::mutex mutex;  // protects the balance; auditors lock it too
    int balance = 0;
};

// Moves the amount and returns true, or changes nothing and returns false where the balance of
// `from` is too small. Who holds the locks of both accounts never sees money on the way. From an
// account to itself nothing moves. Transfers between other accounts do not wait for this one.
bool transfer(Account& from, Account& to, int amount) {
    // [transfer]
    if (&from == &to) {
        const std::lock_guard hold(from.mutex);
        return from.balance >= amount;
    }
    for (;;) {
        std::unique_lock hold_from(from.mutex);
        std::unique_lock hold_to(to.mutex, std::try_to_lock);
        if (hold_to) {
            if (from.balance < amount) return false;
            from.balance -= amount;
            to.balance += amount;
            return true;
        }
        hold_from.unlock();
        hold_to.lock();  // sleeps until the other account is free, and holds nothing meanwhile
    }
    // [transfer]
}

}  // namespace abba_deadlock
