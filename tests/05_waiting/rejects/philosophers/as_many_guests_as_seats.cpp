// verdict: deadlock
// why: The waiter lets everybody in who has a seat, so all of them can sit with one fork.

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
    }

  private:
    // [members]
    std::vector<std::mutex> forks_;
    std::mutex door_;
    std::condition_variable changed_;
    std::size_t guests_ = 0;
    // [members]
};
