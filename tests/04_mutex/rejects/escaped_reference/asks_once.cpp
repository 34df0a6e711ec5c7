// verdict: wrong_result
// test: EscapedReference.a_reading_stays_as_it_was
// why: The first reading is remembered for ever.

#include <atomic>

    // [latest]
    Reading latest() {
        if (!asked_) {
            asked_ = true;
            first_ = latest_.with([](Reading& reading) { return reading; });
        }
        return first_;
    }
    // [latest]

    // [members]
    fearless::Mutex<Reading> latest_;
    std::atomic<bool> asked_ = false;
    Reading first_;
    // [members]
