// why: No lock at all: the sale fails when the number is no longer the one that was checked.

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
        return free_;
        // [free_seats]
    }

    // Sells one seat. False, and nothing is sold, when none is free; while there is one nobody is
    // turned away. Any thread may sell at any time.
    bool sell() {
        // [sell]
        int seen = free_;
        while (seen > 0) {
            if (free_.compare_exchange_weak(seen, seen - 1)) return true;
        }
        return false;
        // [sell]
    }

  private:
    // [members]
    std::atomic<int> free_;
    // [members]
};

}  // namespace check_then_act
