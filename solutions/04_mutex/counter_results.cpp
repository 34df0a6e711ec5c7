// Two threads add to one number, and nothing keeps them apart.
#include <cstdio>
#include <thread>

int count = 0;

void add_twice() {
    ++count;
    ++count;
}

int main() {
    std::thread first(add_twice);
    std::thread second(add_twice);
    first.join();
    second.join();
    std::printf("%d\n", count);
}
