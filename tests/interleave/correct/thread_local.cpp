// verdict: passed
// why: Each thread has its own object, which is destroyed when the thread ends.

#include <atomic>
#include <cassert>
#include <string>
#include <thread>

std::atomic<int> alive = 0;

struct Notes {
    Notes() { ++alive; }
    ~Notes() { --alive; }
    std::string text;
};

thread_local Notes notes;

void write_note(const char* text) {
    notes.text += text;
    assert(notes.text == text);
}

int main() {
    std::thread one(write_note, "a text that is too long for the small buffer of a string");
    std::thread two(write_note, "short");
    one.join();
    two.join();
    assert(alive == 0);
}
