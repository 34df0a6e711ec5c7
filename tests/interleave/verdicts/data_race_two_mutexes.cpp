// verdict: data_race
// why: The two threads guard one variable with two different mutexes.
// message: balance

#include <mutex>
#include <thread>

std::mutex deposit_mutex;
std::mutex withdraw_mutex;
int balance = 10;

void deposit() {
    std::lock_guard guard(deposit_mutex);
    balance += 5;
}

void withdraw() {
    std::lock_guard guard(withdraw_mutex);
    balance -= 5;
}

int main() {
    std::thread one(deposit);
    std::thread two(withdraw);
    one.join();
    two.join();
}
