// verdict: exception
// why: Two threads may both find the promise open, but only one may set its value.
// message: future_error

#include <atomic>
#include <future>
#include <thread>

std::promise<int> winner;
std::atomic<bool> is_decided = false;

void race(int me) {
    if (is_decided) return;
    winner.set_value(me);
    is_decided = true;
}

int main() {
    std::thread one(race, 1);
    std::thread two(race, 2);
    one.join();
    two.join();
}
