// verdict: passed
// why: A thread_local variable has an address of its own in each thread, and others may use it.

#include <atomic>
#include <cassert>
#include <thread>

thread_local int mine = 0;
std::atomic<int*> box = nullptr;
std::atomic<bool> answered = false;

void ask() {
    box = &mine;
    box.notify_one();
    answered.wait(false);
    assert(mine == 42);
}

void answer() {
    mine = 7;
    box.wait(nullptr);
    int* theirs = box;
    assert(theirs != &mine);
    *theirs = 42;
    assert(mine == 7);
    answered = true;
    answered.notify_one();
}

int main() {
    std::thread one(ask);
    std::thread two(answer);
    one.join();
    two.join();
}
