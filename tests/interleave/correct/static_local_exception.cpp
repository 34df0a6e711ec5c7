// verdict: passed
// why: An initialisation that throws does not count; the waiting thread tries again.

#include <cassert>
#include <stdexcept>
#include <thread>

int attempts = 0;

struct Settings {
    Settings() {
        ++attempts;
        if (attempts == 1) throw std::runtime_error("not yet");
    }
    int limit = 42;
};

Settings& settings() {
    static Settings instance;
    return instance;
}

void use() {
    try {
        settings();
    } catch (const std::runtime_error&) {
    }
    assert(settings().limit == 42);
    assert(attempts == 2);
}

int main() {
    std::thread one(use);
    std::thread two(use);
    one.join();
    two.join();
}
