// verdict: deadlock
// test: AbbaDeadlock.who_pays_itself_looks_under_the_lock
// why: An account that pays itself is locked twice by the same thread.

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
    Account& first = std::less<Account*>()(&from, &to) ? from : to;
    Account& second = &first == &from ? to : from;
    const std::lock_guard hold_first(first.mutex);
    const std::lock_guard hold_second(second.mutex);
    if (from.balance < amount) return false;
    from.balance -= amount;
    to.balance += amount;
    return true;
    // [transfer]
}

}  // namespace abba_deadlock
