// Two ways to change something that is const: a Cell for one thread, a Mutex for several.
#include <fearless/mutex.hpp>
#include <iostream>
#include <thread>

// [cell]
class Cell {  // one thread only: nothing orders two that set
  public:
    void set(int value) const { value_ = value; }
    int get() const { return value_; }

  private:
    mutable int value_ = 0;
};
// [cell]

int main() {
    const Cell cell;
    cell.set(1);
    std::cout << "cell " << cell.get() << '\n';

    // [mutex]
    const fearless::Mutex<int> shared(0);
    std::thread other([&] { shared.with([](int& value) { ++value; }); });
    shared.with([](int& value) { ++value; });
    other.join();
    std::cout << "shared " << shared << '\n';
    // [mutex]
}
