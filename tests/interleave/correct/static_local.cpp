// verdict: passed
// why: The compiler lets one thread initialise a function-local static and the others wait.

#include <cassert>
#include <thread>

int constructions = 0;

struct Settings {
    Settings() { ++constructions; }
    int limit = 42;
};

Settings& settings() {
    static Settings instance;
    return instance;
}

void use() {
    assert(settings().limit == 42);
    assert(constructions == 1);
}

int main() {
    std::thread one(use);
    std::thread two(use);
    one.join();
    two.join();
}
