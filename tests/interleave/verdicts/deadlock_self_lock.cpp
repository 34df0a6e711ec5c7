// verdict: deadlock
// why: A function that holds the mutex calls another one that locks it again.
// message: account_mutex

#include <mutex>
#include <thread>

std::mutex account_mutex;
int balance = 0;

void deposit(int amount) {
    std::lock_guard guard(account_mutex);
    balance += amount;
}

void deposit_twice(int amount) {
    std::lock_guard guard(account_mutex);
    deposit(amount);
    deposit(amount);
}

int main() {
    std::thread worker(deposit_twice, 1);
    worker.join();
}
