// Two producers put two messages each into one mailbox. The mailbox is a list behind a lock.
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

std::mutex lock;
std::vector<const char*> mailbox;

void send(const char* message) {
    const std::lock_guard hold(lock);
    mailbox.push_back(message);
}

int main() {
    std::thread ann([] { send("a1"), send("a2"); });
    std::thread bob([] { send("b1"), send("b2"); });
    ann.join(), bob.join();
    for (const char* message : mailbox) std::puts(message);
}
