#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex m;
std::condition_variable arrived;
bool full = false;

void receive() {
    bool empty;
    {
        std::lock_guard lock(m);
        empty = !full;
    }
    if (!empty) return;
    std::unique_lock lock(m);
    arrived.wait(lock);
}

void send() {
    {
        std::lock_guard lock(m);
        full = true;
    }
    arrived.notify_one();
}

void body() {
    std::thread receiver(receive);
    send();
    receiver.join();
}
