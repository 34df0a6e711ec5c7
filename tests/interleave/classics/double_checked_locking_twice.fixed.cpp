// verdict: passed
// why: The second look, under the mutex, sees what another thread has created.
// threads: 2

#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>

struct Settings {
    std::atomic<int> limit = 0;
};

std::mutex creation_mutex;
std::atomic<Settings*> instance = nullptr;
int created_objects = 0;

Settings& settings() {
    if (instance == nullptr) {
        std::lock_guard guard(creation_mutex);
        if (instance == nullptr) {
            assert(created_objects == 0);
            ++created_objects;
            Settings* created = new Settings;
            created->limit = 42;
            instance = created;
        }
    }
    return *instance;
}

void use_settings() {
    assert(settings().limit == 42);
}

int main() {
    std::thread one(use_settings);
    std::thread two(use_settings);
    one.join();
    two.join();
    delete instance.load();
}
