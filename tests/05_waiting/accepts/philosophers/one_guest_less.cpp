// why: As long as one seat is free, somebody has two forks.

#include <condition_variable>

        // [dine]
        {
            std::unique_lock hold(door_);
            changed_.wait(hold, [this] { return guests_ + 1 < forks_.size(); });
            ++guests_;
        }
        {
            const std::lock_guard first(left);
            const std::lock_guard second(right);
            eat();
        }
        const std::lock_guard hold(door_);
        --guests_;
        changed_.notify_one();
        // [dine]

    // [members]
    std::vector<std::mutex> forks_;
    std::mutex door_;
    std::condition_variable changed_;
    std::size_t guests_ = 0;
    // [members]
