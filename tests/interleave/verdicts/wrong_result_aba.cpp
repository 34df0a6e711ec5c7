// verdict: wrong_result
// why: The head is the same node again, but the node behind it has been taken meanwhile.
// message: times <= 1

#include <array>
#include <atomic>
#include <cassert>
#include <thread>

// A stack of node numbers: 0 on top of 1 on top of 2. The number `none` ends it.
constexpr int none = 3;
std::array<std::atomic<int>, 3> next = {1, 2, none};
std::atomic<int> head = 0;
std::array<std::atomic<int>, 3> times_taken = {0, 0, 0};

int pop() {
    int top = head;
    while (top != none && !head.compare_exchange_strong(top, next[top])) {
    }
    if (top != none) ++times_taken[top];
    return top;
}

void push(int node) {
    --times_taken[node];
    int top = head;
    do {
        next[node] = top;
    } while (!head.compare_exchange_strong(top, node));
}

int main() {
    std::thread one([] { pop(); });
    std::thread two([] {
        const int first = pop();
        pop();
        if (first != none) push(first);
    });
    one.join();
    two.join();
    pop();
    for (const std::atomic<int>& times : times_taken) assert(times <= 1);
}
