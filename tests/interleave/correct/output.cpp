// verdict: passed
// why: printf, puts and std::cout may be used by several threads at the same time.

#include <cstdio>
#include <iostream>
#include <thread>

int main() {
    std::thread one([] { std::printf("%s %d\n", "printf", 1); });
    std::thread two([] { std::cout << "cout " << 2 << '\n'; });
    std::puts("puts 3");
    one.join();
    two.join();
    std::cout << "end" << std::endl;
}
