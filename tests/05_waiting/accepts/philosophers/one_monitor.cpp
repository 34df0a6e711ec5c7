// why: Forks are flags; whoever needs two waits until both are free.

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <vector>

// There are as many seats as forks, two at least. dine(seat, eat) takes the fork on the left,
// number `seat`, and the one on the right, number `seat + 1`, or 0 for the last seat. It calls eat
// with both in hand, and lays them back. Neighbours never eat at the same time; others can. However
// many dine, each of them comes to eat.
class Table {
  public:
    explicit Table(std::size_t seats) : forks_(seats) {}

    void dine(std::size_t seat, const std::function<void()>& eat) {
        std::mutex& left = forks_[seat];
        std::mutex& right = forks_[(seat + 1) % forks_.size()];
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
    }

  private:
    // [members]
    std::vector<std::mutex> forks_;
    std::mutex table_;
    std::condition_variable changed_;
    std::vector<bool> taken_ = std::vector<bool>(forks_.size());
    // [members]
};
