// verdict: passed
// why: Globals are built before main and destroyed after it, in the opposite order.

#include <cassert>
#include <string>
#include <thread>
#include <vector>

std::vector<int> numbers = {1, 2, 3};
std::string text = "a text that is too long for the small buffer of a string";

struct Checker {
    Checker() { assert(numbers.size() == 3); }
    ~Checker() {
        assert(numbers.size() == 4);
        assert(text.empty());
    }
};

Checker checker;

int main() {
    std::thread one([] { numbers.push_back(4); });
    std::thread two([] {
        text.clear();
        text.shrink_to_fit();
    });
    one.join();
    two.join();
}
