// verdict: data_race
// test: AbbaDeadlock.who_pays_itself_looks_under_the_lock
// why: Nothing moves, so no lock seems to be needed; but the balance is read, and others change it.

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
    if (&from == &to) return from.balance >= amount;
    const std::scoped_lock hold(from.mutex, to.mutex);
    if (from.balance < amount) return false;
    from.balance -= amount;
    to.balance += amount;
    return true;
    // [transfer]
}

}  // namespace abba_deadlock
