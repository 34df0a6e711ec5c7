// verdict: wrong_result
// why: The flag stays up after the first push, so two pops can follow a single push.
// threads: 2

#include <cassert>
#include <mutex>
#include <thread>
#include <vector>

constexpr int item_count = 3;

std::mutex stack_mutex;
std::vector<int> items;
bool has_been_filled = false;

void push_items() {
    for (int i = 0; i < item_count; ++i) {
        std::lock_guard guard(stack_mutex);
        items.push_back(i);
        has_been_filled = true;
    }
}

void pop_items() {
    for (int i = 0; i < item_count; ++i) {
        std::lock_guard guard(stack_mutex);
        if (has_been_filled) {
            assert(!items.empty());
            items.pop_back();
        }
    }
}

int main() {
    std::thread pusher(push_items);
    std::thread popper(pop_items);
    pusher.join();
    popper.join();
}
