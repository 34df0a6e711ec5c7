// verdict: passed
// why: memcpy, memset and string functions work on shared memory inside locked regions only.

#include <cassert>
#include <cstring>
#include <mutex>
#include <string>
#include <thread>

std::mutex text_mutex;
char text[32] = "nothing";
std::string copies;

void write_word(const char* word) {
    std::lock_guard guard(text_mutex);
    std::memset(text, 0, sizeof text);
    std::memcpy(text, word, std::strlen(word));
}

void copy_word() {
    char mine[32];
    {
        std::lock_guard guard(text_mutex);
        std::memmove(mine, text, sizeof mine);
        copies += text;
    }
    assert(std::strcmp(mine, "nothing") == 0 || std::strcmp(mine, "something") == 0);
}

int main() {
    std::thread writer(write_word, "something");
    std::thread copier(copy_word);
    writer.join();
    copier.join();
    assert(std::strcmp(text, "something") == 0);
    assert(copies == "nothing" || copies == "something");
}
