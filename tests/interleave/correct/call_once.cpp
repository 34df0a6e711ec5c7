// verdict: passed
// why: One thread runs the function; the others wait until it has finished.

#include <cassert>
#include <mutex>
#include <thread>

std::once_flag once;
int initialisations = 0;

void use() {
    std::call_once(once, [] { ++initialisations; });
    assert(initialisations == 1);
}

int main() {
    std::thread one(use);
    std::thread two(use);
    one.join();
    two.join();
}
