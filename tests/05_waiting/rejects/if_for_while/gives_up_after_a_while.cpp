// verdict: wrong_result
// why: A wait with a time-out ends without a loaf, too.

#include <chrono>

        // [take]
        std::unique_lock hold(mutex_);
        baked_.wait_for(hold, std::chrono::seconds(1), [this] { return loaves_ > 0; });
        --loaves_;
        return loaves_;
        // [take]
