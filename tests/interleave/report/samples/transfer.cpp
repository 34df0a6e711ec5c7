#include <mutex>
#include <thread>

std::mutex a;
std::mutex b;
int first = 100;
int second = 100;

void to_second(int amount) {
    std::lock_guard from(a);
    std::lock_guard to(b);
    first -= amount;
    second += amount;
}

void to_first(int amount) {
    std::lock_guard from(b);
    std::lock_guard to(a);
    second -= amount;
    first += amount;
}

void body() {
    std::thread other([] { to_first(20); });
    to_second(10);
    other.join();
}
