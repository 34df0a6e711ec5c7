// verdict: passed
// why: A weak compare-exchange in a loop loses no update.

#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> product = 1;

void multiply(int factor) {
    int seen = product;
    while (!product.compare_exchange_weak(seen, seen * factor)) {
    }
}

int main() {
    std::thread one(multiply, 6);
    std::thread two(multiply, 7);
    one.join();
    two.join();
    assert(product == 42);
}
