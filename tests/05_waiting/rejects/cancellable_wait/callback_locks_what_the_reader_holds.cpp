// verdict: deadlock
// why: The reader holds the lock while it makes the callback, which runs at once, and when it
// destroys it.

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>

// put() adds a letter. take() waits for a letter, and gives back the oldest one. When a stop is
// requested while there is none, it gives back nothing; letters that are there are taken all the
// same. A request wakes whoever waits, whenever it comes. Whoever waits sleeps.
class Mailbox {
  public:
    void put(std::string letter) {
        {
            const std::lock_guard hold(mutex_);
            letters_.push_back(std::move(letter));
        }
        arrived_.notify_one();
    }

    // [take]
    std::optional<std::string> take(std::stop_token stop) {
        std::unique_lock hold(mutex_);
        const std::stop_callback wake(stop, [this] {
            const std::lock_guard hold(mutex_);
            arrived_.notify_all();
        });
        arrived_.wait(hold, [&] { return stop.stop_requested() || !letters_.empty(); });
        if (letters_.empty()) return std::nullopt;
        std::string oldest = std::move(letters_.front());
        letters_.pop_front();
        return oldest;
    }

  private:
    std::condition_variable arrived_;
    // [take]
    std::mutex mutex_;
    std::deque<std::string> letters_;
};
