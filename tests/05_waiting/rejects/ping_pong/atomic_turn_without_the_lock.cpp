// verdict: lost_wakeup
// why: The turn changes between the look and the sleep of the other player.

#include <atomic>

        // [play]
        {
            std::unique_lock hold(mutex_);
            while (turn_ != player) changed_.wait(hold);
        }
        stroke();
        turn_ = 1 - player;
        changed_.notify_one();
        // [play]

    // [members]
    std::mutex mutex_;
    std::condition_variable changed_;
    std::atomic<int> turn_ = 0;
    // [members]
