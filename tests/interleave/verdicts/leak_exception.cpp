// verdict: leak
// why: The exception that a closed channel throws skips the delete.
// message: send_message

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>

std::atomic<bool> is_closed = false;

void transmit(const std::string&) {
    if (is_closed) throw std::runtime_error("the channel is closed");
}

void send_message() {
    std::string* message = new std::string("a text for the other side");
    transmit(*message);
    delete message;
}

int main() {
    std::thread sender([] {
        try {
            send_message();
        } catch (const std::runtime_error&) {
        }
    });
    is_closed = true;
    sender.join();
}
