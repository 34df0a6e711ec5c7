// verdict: data_race
// why: push_back changes the vector itself, and two threads do it at once.
// message: numbers

#include <thread>
#include <vector>

std::vector<int> numbers;

void append(int number) {
    numbers.push_back(number);
}

int main() {
    std::thread one(append, 1);
    std::thread two(append, 2);
    one.join();
    two.join();
}
