// verdict: wrong_result
// why: Balance read in one locked step and written in another, so an update can be lost.
// threads: 3

#include <cassert>
#include <mutex>
#include <thread>

std::mutex account_mutex;
int balance = 10;
int finished = 0;

int read_balance() {
    std::lock_guard guard(account_mutex);
    return balance;
}

void write_balance(int value) {
    std::lock_guard guard(account_mutex);
    balance = value;
    ++finished;
}

void deposit() {
    write_balance(read_balance() + 5);
}
void withdraw() {
    write_balance(read_balance() - 3);
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
