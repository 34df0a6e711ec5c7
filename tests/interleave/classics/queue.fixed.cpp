// verdict: passed
// why: The places in the record move on only when an item is put in or taken out.
// threads: 2

#include <array>
#include <cassert>
#include <mutex>
#include <queue>
#include <thread>

constexpr int item_count = 3;

std::mutex queue_mutex;
std::queue<int> items;
std::array<int, item_count> record = {};
int produced = 0;
int consumed = 0;
bool producer_may_go = true;

void produce() {
    for (int round = 0; round < item_count; ++round) {
        std::lock_guard guard(queue_mutex);
        if (producer_may_go) {
            items.push(round + 10);
            record[produced++] = round + 10;
            producer_may_go = false;
        }
    }
}

void consume() {
    for (int round = 0; round < item_count; ++round) {
        std::lock_guard guard(queue_mutex);
        if (!producer_may_go) {
            assert(items.front() == record[consumed]);
            items.pop();
            ++consumed;
            producer_may_go = true;
        }
    }
}

int main() {
    std::thread producer(produce);
    std::thread consumer(consume);
    producer.join();
    consumer.join();
}
