// verdict: deadlock
// why: The waiter lets everybody in who has a seat, so all of them can sit with one fork.

#include <condition_variable>

        // [dine]
        {
            std::unique_lock hold(door_);
            changed_.wait(hold, [this] { return guests_ < forks_.size(); });
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
