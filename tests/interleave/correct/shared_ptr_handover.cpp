// verdict: passed
// why: Each thread has its own shared_ptr; the count of owners is atomic and the last one deletes.

#include <cassert>
#include <memory>
#include <thread>
#include <utility>

int destructions = 0;

struct Document {
    ~Document() { ++destructions; }
    int pages = 42;
};

void read_pages(std::shared_ptr<const Document> document) {
    assert(document->pages == 42);
}

int main() {
    auto document = std::make_shared<const Document>();
    std::weak_ptr<const Document> watcher = document;
    std::thread one(read_pages, document);
    std::thread two(read_pages, std::move(document));
    if (const auto seen = watcher.lock()) assert(seen->pages == 42);
    one.join();
    two.join();
    assert(destructions == 1 && watcher.expired());
}
