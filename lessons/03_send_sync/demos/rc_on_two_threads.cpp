// Wrong: two threads count the owners of one Rc in a plain number.
#include <fearless/rc.hpp>
#include <iostream>
#include <thread>

// [count]
void read_a_copy(const fearless::Rc<int>& number) {
    const auto copy = number.clone();  // the count goes up, and down again at the closing brace
}
// [count]

int main() {
    // [threads]
    const auto number = fearless::make_rc<int>(7);
    std::thread other([own = number] { read_a_copy(own); });
    read_a_copy(number);
    other.join();
    // [threads]
    std::cout << "both threads have had a copy" << std::endl;
}
