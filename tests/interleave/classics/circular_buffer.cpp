// verdict: wrong_result
// why: The receiver counts its rounds, not the messages, and the sender skips rounds.
// threads: 2

#include <array>
#include <cassert>
#include <mutex>
#include <thread>

constexpr int message_count = 3;

struct CircularBuffer {
    void put(int value) {
        slots[next_in] = value;
        next_in = (next_in + 1) % slots.size();
        ++used;
    }
    int take() {
        const int value = slots[next_out];
        next_out = (next_out + 1) % slots.size();
        --used;
        return value;
    }

    std::array<int, 2> slots = {};
    std::size_t next_in = 0;
    std::size_t next_out = 0;
    std::size_t used = 0;
};

std::mutex buffer_mutex;
CircularBuffer buffer;

void send_messages() {
    for (int round = 0; round < message_count; ++round) {
        std::lock_guard guard(buffer_mutex);
        if (buffer.used < buffer.slots.size()) buffer.put(round);
    }
}

void receive_messages() {
    for (int round = 0; round < message_count; ++round) {
        std::lock_guard guard(buffer_mutex);
        if (buffer.used > 0) {
            const int message = buffer.take();
            assert(message == round);
        }
    }
}

int main() {
    std::thread sender(send_messages);
    std::thread receiver(receive_messages);
    sender.join();
    receiver.join();
}
