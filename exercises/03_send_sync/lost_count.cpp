// An Rc, reduced to its count: two owners go, and whoever was the last one destroys.
#include <cstdio>
#include <thread>

int owners = 2;

void go() {
    const int before = owners;
    owners = before - 1;
    if (before == 1) std::puts("destroyed");
}

int main() {
    std::thread first(go), second(go);
    first.join();
    second.join();
    std::printf("owners left: %d\n", owners);
}
