// verdict: passed
// why: A thread starts and joins a thread of its own, and join passes on what both have written.

#include <cassert>
#include <thread>

int inner_value = 0;
int outer_value = 0;

int main() {
    std::thread outer([] {
        std::thread inner([] { inner_value = 1; });
        outer_value = 1;
        inner.join();
        assert(inner_value == 1);
    });
    outer.join();
    assert(inner_value == 1 && outer_value == 1);
}
