// verdict: exception
// why: Nobody catches what the function of the thread throws.
// message: the queue is closed

#include <atomic>
#include <stdexcept>
#include <thread>

std::atomic<bool> is_closed = false;

void put() {
    if (is_closed) throw std::runtime_error("the queue is closed");
}

int main() {
    std::thread producer(put);
    is_closed = true;
    producer.join();
}
