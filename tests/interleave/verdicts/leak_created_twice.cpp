// verdict: leak
// why: Two threads can both create the object, and one of the two is forgotten.
// message: settings

#include <atomic>
#include <thread>

std::atomic<int*> instance = nullptr;

void create_settings() {
    if (instance == nullptr) instance = new int(42);
}

int main() {
    std::thread one(create_settings);
    std::thread two(create_settings);
    one.join();
    two.join();
    delete instance.load();
}
