// verdict: data_race
// test: LostUpdate.the_display_may_ask_while_the_gates_are_open
// why: The display reads without the lock, and reading is an access too.

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
