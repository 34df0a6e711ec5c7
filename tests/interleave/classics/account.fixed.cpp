// verdict: passed
// why: Reading and writing the balance is one locked step.
// threads: 3

#include <cassert>
#include <mutex>
#include <thread>

std::mutex account_mutex;
int balance = 10;
int finished = 0;

void change_balance(int amount) {
    std::lock_guard guard(account_mutex);
    balance += amount;
    ++finished;
}

void deposit() {
    change_balance(5);
}
void withdraw() {
    change_balance(-3);
}

void check() {
    std::lock_guard guard(account_mutex);
    if (finished == 2) assert(balance == 12);
}

int main() {
    std::thread depositor(deposit);
    std::thread withdrawer(withdraw);
    std::thread checker(check);
    depositor.join();
    withdrawer.join();
    checker.join();
}
