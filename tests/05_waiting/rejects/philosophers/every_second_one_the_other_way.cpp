// verdict: deadlock
// why: With two or three seats nobody reaches the other way, so the circle is the same.

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
        const bool turned = forks_.size() > 3 && seat % 2 == 1;
        const std::lock_guard first(turned ? right : left);
        const std::lock_guard second(turned ? left : right);
        eat();
        // [dine]
    }

  private:
    // [members]
    std::vector<std::mutex> forks_;
    // [members]
};
