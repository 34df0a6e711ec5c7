// verdict: passed
// why: A recursive walk holds the mutexes of the nodes above it, always taken from the top down.

#include <array>
#include <cassert>
#include <mutex>
#include <thread>

struct Node {
    std::mutex mutex;
    int visits = 0;
};

std::array<Node, 3> path;

void walk(std::size_t level) {
    if (level == path.size()) return;
    std::lock_guard guard(path[level].mutex);
    walk(level + 1);
    ++path[level].visits;
}

int main() {
    std::thread one(walk, 0);
    std::thread two(walk, 1);
    one.join();
    two.join();
    assert(path[0].visits == 1 && path[1].visits == 2 && path[2].visits == 2);
}
