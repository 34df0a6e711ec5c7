// verdict: data_race
// why: Two bit-fields side by side are one place in memory.
// message: options

#include <thread>

struct Options {
    unsigned colour : 4;
    unsigned border : 4;
};

Options options;

int main() {
    std::thread one([] { options.colour = 1; });
    std::thread two([] { options.border = 1; });
    one.join();
    two.join();
}
