// A reader and a second writer wait for a writer that waits for them to end.
#include <mutex>
#include <shared_mutex>
#include <thread>

#include "victim.hpp"

namespace {

std::shared_mutex lock;

void take_shared() {
    std::shared_lock hold(lock);  // stands here
}

void take_alone() {
    std::unique_lock hold(lock);  // stands here
}

}  // namespace

int main() {
    announce();
    std::unique_lock hold(lock);
    std::thread reader(take_shared);
    std::thread writer(take_alone);
    reader.join();
    writer.join();
}
