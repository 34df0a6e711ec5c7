// verdict: wrong_result
// why: The thread that is started first need not be the one that comes first.
// message: hello, world

#include <cassert>
#include <mutex>
#include <string>
#include <thread>

std::mutex text_mutex;
std::string text;

void append(const char* word) {
    std::lock_guard guard(text_mutex);
    text += word;
}

int main() {
    std::thread one(append, "hello, ");
    std::thread two(append, "world");
    one.join();
    two.join();
    assert(text == "hello, world");
}
