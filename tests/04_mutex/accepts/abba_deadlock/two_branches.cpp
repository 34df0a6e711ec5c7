// why: Which comes first is decided by the address, and each order is written out.

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
    std::unique_lock hold_from(from.mutex, std::defer_lock);
    std::unique_lock hold_to(to.mutex, std::defer_lock);
    if (std::less<Account*>()(&from, &to)) {
        hold_from.lock();
        hold_to.lock();
    } else {
        hold_to.lock();
        hold_from.lock();
    }
    if (from.balance < amount) return false;
    from.balance -= amount;
    to.balance += amount;
    return true;
    // [transfer]
}

}  // namespace abba_deadlock
