// verdict: wrong_result
// why: Looking at the balance and taking from it are locked one by one, not together.
// message: balance >= 0

#include <cassert>
#include <mutex>
#include <thread>

std::mutex account_mutex;
int balance = 10;

int get_balance() {
    std::lock_guard guard(account_mutex);
    return balance;
}

void take(int amount) {
    std::lock_guard guard(account_mutex);
    balance -= amount;
}

void withdraw(int amount) {
    if (get_balance() >= amount) take(amount);
}

int main() {
    std::thread one(withdraw, 7);
    std::thread two(withdraw, 7);
    one.join();
    two.join();
    assert(balance >= 0);
}
