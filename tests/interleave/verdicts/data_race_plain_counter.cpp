// verdict: data_race
// why: Two threads increment a plain int without a mutex.
// message: counter

#include <thread>

int counter = 0;

void count() {
    ++counter;
}

int main() {
    std::thread one(count);
    std::thread two(count);
    one.join();
    two.join();
}
