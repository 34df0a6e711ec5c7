// verdict: data_race
// why: The pointer is published with relaxed order, so nothing orders the object behind it.
// message: read_message

#include <atomic>
#include <cstdio>
#include <thread>

struct Message {
    int number;
};

std::atomic<Message*> published = nullptr;

void write_message() {
    Message* message = new Message{42};
    published.store(message, std::memory_order_relaxed);
}

void read_message() {
    const Message* message = published.load(std::memory_order_relaxed);
    if (message != nullptr) std::printf("%d\n", message->number);
}

int main() {
    std::thread writer(write_message);
    std::thread reader(read_message);
    writer.join();
    reader.join();
    delete published.load();
}
