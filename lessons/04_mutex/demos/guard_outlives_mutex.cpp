// A guard that outlives its mutex unlocks memory that is somebody else's by then.
#include <fearless/mutex.hpp>
#include <iostream>
#include <memory>
#include <optional>

int main() {
    // [outlives]
    std::optional<fearless::MutexGuard<int>> guard;
    {
        const auto mutex = std::make_unique<fearless::Mutex<int>>(7);
        guard.emplace(mutex->lock());
    }
    std::cout << "the mutex is gone" << std::endl;
    guard.reset();
    // [outlives]
}
