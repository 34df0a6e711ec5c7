// verdict: passed
// why: A woken consumer looks again before it takes.
// threads: 3

#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

constexpr int capacity = 1;

std::mutex buffer_mutex;
std::condition_variable not_empty;
std::condition_variable not_full;
int used = 0;

void put() {
    std::unique_lock lock(buffer_mutex);
    while (used == capacity) not_full.wait(lock);
    ++used;
    not_empty.notify_one();
}

void take() {
    std::unique_lock lock(buffer_mutex);
    while (used == 0) not_empty.wait(lock);
    assert(used > 0);
    --used;
    not_full.notify_one();
}

int main() {
    std::thread producer([] {
        put();
        put();
    });
    std::thread consumer(take);
    std::thread other_consumer(take);
    producer.join();
    consumer.join();
    other_consumer.join();
}
