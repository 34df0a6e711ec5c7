// why: With the mutex of the library, which owns the count.

// A turnstile with several gates, each of them on a thread of its own.
#include <atomic>
#include <fearless/mutex.hpp>
#include <mutex>

namespace lost_update {

class Turnstile {
  public:
    // One more visitor. Any number of gates call it at the same time.
    void enter() {
        // [enter]
        visitors_.with([](int& visitors) { ++visitors; });
        // [enter]
    }

    // How many have entered so far. The display asks while the gates are open.
    int visitors() const {
        // [visitors]
        return visitors_.with([](int& visitors) { return visitors; });
        // [visitors]
    }

  private:
    // [members]
    mutable fearless::Mutex<int> visitors_{0};
    // [members]
};

}  // namespace lost_update
