// verdict: wrong_result
// test: LostUpdate.no_visitor_is_lost
// why: Each gate counts for itself, and the display sees its own count only.

// A turnstile with several gates, each of them on a thread of its own.
#include <atomic>
#include <mutex>

namespace lost_update {

class Turnstile {
  public:
    // One more visitor. Any number of gates call it at the same time.
    void enter() {
        // [enter]
        const std::lock_guard hold(mutex_);
        ++visitors_;
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
    static inline thread_local int visitors_ = 0;
    // [members]
};

}  // namespace lost_update
