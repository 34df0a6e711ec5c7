// verdict: double_free
// why: Two unique_ptr are made from one raw pointer, and each of them deletes it.
// message: own

#include <memory>
#include <mutex>
#include <thread>

std::mutex owner_mutex;

void own(int* block) {
    std::lock_guard guard(owner_mutex);
    const std::unique_ptr<int> owner(block);
}

int main() {
    int* const block = new int(42);
    std::thread one(own, block);
    std::thread two(own, block);
    one.join();
    two.join();
}
