// A hall whose seats are sold at several counters.
#include <atomic>
#include <mutex>

namespace check_then_act {

class Hall {
  public:
    explicit Hall(int seats) : free_(seats) {}

    // Never less than 0. Any thread may ask at any time.
    int free_seats() const {
        // [free_seats]
        const std::lock_guard hold(mutex_);
        return free_;
        // [free_seats]
    }

    // Sells one seat. False, and nothing is sold, when none is free; while there is one nobody is
    // turned away. Any thread may sell at any time.
    bool sell() {
        // [sell]
        const std::lock_guard hold(mutex_);
        if (free_ == 0) return false;
        --free_;
        return true;
        // [sell]
    }

  private:
    // [members]
    mutable std::mutex mutex_;
    int free_;
    // [members]
};

}  // namespace check_then_act
