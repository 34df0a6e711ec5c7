// why: A single number needs no lock: an atomic increment is one step.

// A turnstile with several gates, each of them on a thread of its own.
#include <atomic>
#include <mutex>

namespace lost_update {

class Turnstile {
  public:
    // One more visitor. Any number of gates call it at the same time.
    void enter() {
        // [enter]
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
    std::atomic<int> visitors_ = 0;
    // [members]
};

}  // namespace lost_update
