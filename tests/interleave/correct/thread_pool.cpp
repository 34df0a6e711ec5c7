// verdict: passed
// why: Two workers take three tasks from a queue and end when it is closed and empty.

#include <cassert>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>
#include <utility>

class Pool {
  public:
    void submit(std::function<void()> task) {
        std::lock_guard guard(mutex_);
        tasks_.push(std::move(task));
        changed_.notify_one();
    }
    ~Pool() {
        {
            std::lock_guard guard(mutex_);
            closed_ = true;
        }
        changed_.notify_all();
        one_.join();
        two_.join();
    }

  private:
    void work() {
        while (true) {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return closed_ || !tasks_.empty(); });
            if (tasks_.empty()) return;
            const std::function<void()> task = std::move(tasks_.front());
            tasks_.pop();
            lock.unlock();
            task();
        }
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::queue<std::function<void()>> tasks_;
    bool closed_ = false;
    std::thread one_ = std::thread([this] { work(); });
    std::thread two_ = std::thread([this] { work(); });
};

int main() {
    int results[3] = {0, 0, 0};
    {
        Pool pool;
        for (int i = 0; i < 3; ++i) pool.submit([&results, i] { results[i] = i + 1; });
    }
    assert(results[0] + results[1] + results[2] == 6);
}
