// why: Forks are flags; whoever needs two waits until both are free.

#include <condition_variable>

        // [dine]
        (void)left, (void)right;
        const std::size_t next = (seat + 1) % forks_.size();
        {
            std::unique_lock hold(table_);
            changed_.wait(hold, [&] { return !taken_[seat] && !taken_[next]; });
            taken_[seat] = taken_[next] = true;
        }
        eat();
        const std::lock_guard hold(table_);
        taken_[seat] = taken_[next] = false;
        changed_.notify_all();
        // [dine]

    // [members]
    std::vector<std::mutex> forks_;
    std::mutex table_;
    std::condition_variable changed_;
    std::vector<bool> taken_ = std::vector<bool>(forks_.size());
    // [members]
