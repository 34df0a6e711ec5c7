// verdict: wrong_result
// why: A wait with a time-out ends without a loaf, too.

#include <chrono>
#include <condition_variable>
#include <mutex>

// put() lays one loaf on the shelf. take() waits until a loaf is there, takes it, and gives back
// how many are left. Nobody takes a loaf that is not there. Whoever waits sleeps.
class Shelf {
  public:
    void put() {
        {
            const std::lock_guard hold(mutex_);
            ++loaves_;
        }
        baked_.notify_one();
    }

    int take() {
        // [take]
        std::unique_lock hold(mutex_);
        baked_.wait_for(hold, std::chrono::seconds(1), [this] { return loaves_ > 0; });
        --loaves_;
        return loaves_;
        // [take]
    }

  private:
    std::mutex mutex_;
    std::condition_variable baked_;
    int loaves_ = 0;
};
