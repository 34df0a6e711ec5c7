// The main thread looks into the mailbox once, and does not wait.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex lock;
    const char* mailbox = nullptr;
    std::thread sender([&] {
        const std::lock_guard hold(lock);
        mailbox = "hello";
    });
    lock.lock();
    std::puts(mailbox ? mailbox : "Empty");
    lock.unlock();
    sender.join();
}
