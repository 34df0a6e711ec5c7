// verdict: crash
// why: The pointer is used before the other thread has set it.
// message: show_limit

#include <atomic>
#include <cstdio>
#include <thread>

struct Settings {
    int limit;
};

Settings loaded = {42};
std::atomic<Settings*> settings = nullptr;

void show_limit() {
    std::printf("%d\n", settings.load()->limit);
}

int main() {
    std::thread loader([] { settings = &loaded; });
    std::thread user(show_limit);
    loader.join();
    user.join();
}
