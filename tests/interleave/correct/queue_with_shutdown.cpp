// verdict: passed
// why: The consumer takes every item that was put in before the queue was closed, then ends.

#include <cassert>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <queue>
#include <thread>

class Queue {
  public:
    void put(int item) {
        std::lock_guard guard(mutex_);
        items_.push(item);
        changed_.notify_one();
    }
    void close() {
        std::lock_guard guard(mutex_);
        closed_ = true;
        changed_.notify_all();
    }
    std::optional<int> take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || !items_.empty(); });
        if (items_.empty()) return std::nullopt;
        const int item = items_.front();
        items_.pop();
        return item;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::queue<int> items_;
    bool closed_ = false;
};

int main() {
    Queue queue;
    int sum = 0;
    std::thread consumer([&] {
        while (const std::optional<int> item = queue.take()) sum += *item;
    });
    queue.put(1);
    queue.put(2);
    queue.close();
    consumer.join();
    assert(sum == 3);
}
