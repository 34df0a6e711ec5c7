// why: The request becomes part of what is waited for.

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
        bool stopped = false;
        const std::stop_callback wake(stop, [this, &stopped] {
            const std::lock_guard hold(mutex_);
            stopped = true;
            arrived_.notify_all();
        });
        std::unique_lock hold(mutex_);
        while (letters_.empty()) {
            if (stopped) return std::nullopt;
            arrived_.wait(hold);
        }
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
