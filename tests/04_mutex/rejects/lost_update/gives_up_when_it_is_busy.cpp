// verdict: wrong_result
// test: LostUpdate.no_visitor_is_lost
// why: Who does not get the lock at once loses a visitor.

// A turnstile with several gates, each of them on a thread of its own.
#include <atomic>
#include <mutex>

namespace lost_update {

class Turnstile {
  public:
    // One more visitor. Any number of gates call it at the same time.
    void enter() {
        // [enter]
        const std::unique_lock hold(mutex_, std::try_to_lock);
        if (hold) ++visitors_;
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
