// verdict: crash
// why: Two threads link two nodes in opposite directions at once, and the walk never ends.
// message: length

#include <atomic>
#include <cstdio>
#include <thread>

struct Node {
    std::atomic<Node*> next = nullptr;
};

Node left;
Node right;

void link_nodes(Node& from, Node& to) {
    if (to.next == nullptr) from.next = &to;
}

int length(const Node* node) {
    if (node == nullptr) return 0;
    volatile char frame[1024];
    frame[0] = 1;
    return length(node->next) + frame[0];
}

int main() {
    std::thread one([] { link_nodes(left, right); });
    std::thread two([] { link_nodes(right, left); });
    one.join();
    two.join();
    std::printf("%d\n", length(&left));
}
