// why: By hand, without a guard: right as long as nothing in between throws or returns.

// A turnstile with several gates, each of them on a thread of its own.
#include <atomic>
#include <mutex>

namespace lost_update {

class Turnstile {
  public:
    // One more visitor. Any number of gates call it at the same time.
    void enter() {
        // [enter]
        mutex_.lock();
        ++visitors_;
        mutex_.unlock();
        // [enter]
    }

    // How many have entered so far. The display asks while the gates are open.
    int visitors() const {
        // [visitors]
        const std::lock_guard hold(mutex_);
        return visitors_;
        // [visitors]
    }

  private:
    // [members]
    mutable std::mutex mutex_;
    int visitors_ = 0;
    // [members]
};

}  // namespace lost_update
