// verdict: crash
// why: A thread ends the whole process at once, without the destructors of any object.
// message: quick_exit

#include <atomic>
#include <cstdlib>
#include <thread>

std::atomic<int> errors = 0;

void report_error() {
    if (++errors == 2) std::quick_exit(1);
}

int main() {
    std::thread one(report_error);
    std::thread two(report_error);
    one.join();
    two.join();
}
