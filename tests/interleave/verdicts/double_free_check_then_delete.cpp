// verdict: double_free
// why: Both threads can find the pointer set before either of them clears it.
// message: drop_cache

#include <atomic>
#include <thread>

std::atomic<int*> cache = new int(42);

void drop_cache() {
    int* const block = cache;
    delete block;
    cache = nullptr;
}

int main() {
    std::thread one(drop_cache);
    std::thread two(drop_cache);
    one.join();
    two.join();
}
