// why: A wake-up starts from the beginning.

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
        {
            std::unique_lock hold(mutex_);
            if (loaves_ > 0) return --loaves_;
            baked_.wait(hold, [this] { return loaves_ > 0; });
            if (loaves_ > 0) return --loaves_;
        }
        return take();
        // [take]
    }

  private:
    std::mutex mutex_;
    std::condition_variable baked_;
    int loaves_ = 0;
};
