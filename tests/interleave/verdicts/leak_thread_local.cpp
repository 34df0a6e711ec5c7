// verdict: leak
// why: A thread-local raw pointer does not delete its block when the thread ends.
// message: scratch_block

#include <thread>

thread_local int* block = nullptr;

int& scratch_block() {
    if (block == nullptr) block = new int(0);
    return *block;
}

int main() {
    std::thread one([] { ++scratch_block(); });
    std::thread two([] { ++scratch_block(); });
    one.join();
    two.join();
}
