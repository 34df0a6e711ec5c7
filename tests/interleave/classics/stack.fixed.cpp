// verdict: passed
// why: A pop looks at the stack itself, in the same locked step.
// threads: 2

#include <cassert>
#include <mutex>
#include <thread>
#include <vector>

constexpr int item_count = 3;

std::mutex stack_mutex;
std::vector<int> items;
int popped = 0;

void push_items() {
    for (int i = 0; i < item_count; ++i) {
        std::lock_guard guard(stack_mutex);
        items.push_back(i);
    }
}

void pop_items() {
    for (int i = 0; i < item_count; ++i) {
        std::lock_guard guard(stack_mutex);
        if (!items.empty()) {
            items.pop_back();
            ++popped;
        }
    }
}

int main() {
    std::thread pusher(push_items);
    std::thread popper(pop_items);
    pusher.join();
    popper.join();
    assert(static_cast<int>(items.size()) == item_count - popped);
}
