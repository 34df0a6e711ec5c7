// verdict: timeout
// why: It never sleeps: it looks for as long as it takes.

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
        while (true) {
            const std::lock_guard hold(mutex_);
            if (loaves_ > 0) return --loaves_;
        }
        // [take]
    }

  private:
    std::mutex mutex_;
    std::condition_variable baked_;
    int loaves_ = 0;
};
