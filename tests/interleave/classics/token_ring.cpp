// verdict: wrong_result
// why: Nothing makes the members pass the token on in the order of the ring before the check.
// threads: 4

#include <cassert>
#include <mutex>
#include <thread>

std::mutex ring_mutex;
int first = 1;
int second = 2;
int third = 1;

void pass_to_first() {
    std::lock_guard guard(ring_mutex);
    first = (third + 1) % 4;
}

void pass_to_second() {
    std::lock_guard guard(ring_mutex);
    second = first;
}

void pass_to_third() {
    std::lock_guard guard(ring_mutex);
    third = second;
}

void check_ring() {
    std::lock_guard guard(ring_mutex);
    assert(first == second && second == third);
}

int main() {
    std::thread one(pass_to_first);
    std::thread two(pass_to_second);
    std::thread three(pass_to_third);
    std::thread four(check_ring);
    one.join();
    two.join();
    three.join();
    four.join();
}
