// verdict: passed
// why: errno and the text of an unknown error belong to the thread that asked.

#include <atomic>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <string>
#include <thread>

std::atomic<int> steps = 0;

void fail_with(int error) {
    assert(errno == 0);
    errno = error;
    const char* text = std::strerror(error);
    ++steps;
    assert(errno == error);
    assert(text == "Unknown error " + std::to_string(error));
    errno = 0;
}

int main() {
    std::thread one(fail_with, 1001);
    std::thread two(fail_with, 1002);
    one.join();
    two.join();
}
