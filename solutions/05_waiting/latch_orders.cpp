// Ann and Bob bake together: Bob puts in what Ann has kneaded, when his oven is hot.
#include <cstdio>
#include <latch>
#include <thread>

int main() {
    std::latch ready(2);
    std::thread ann([&] {
        std::puts("dough");
        ready.count_down();
        std::puts("sugar");
    });
    std::thread bob([&] {
        std::puts("oven");
        ready.arrive_and_wait();
        std::puts("bake");
    });
    ann.join();
    bob.join();
}
