// verdict: passed
// why: A reader of an atomic<shared_ptr> gets the old object or the new one, and it stays alive.
// note: stock ThreadSanitizer may report the inside of libstdc++ 12.

#include <atomic>
#include <cassert>
#include <memory>
#include <thread>

std::atomic<std::shared_ptr<const int>> current;

int main() {
    current = std::make_shared<const int>(1);
    std::thread writer([] { current.store(std::make_shared<const int>(2)); });
    std::thread reader([] {
        const std::shared_ptr<const int> seen = current.load();
        assert(*seen == 1 || *seen == 2);
    });
    writer.join();
    reader.join();
    assert(*current.load() == 2);
    current.store(nullptr);
}
