// verdict: passed
// why: Readers count themselves; the writer waits for the last one with a condition variable.

#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex state_mutex;
std::condition_variable changed;
int readers = 0;
bool writing = false;
int first = 0;
int second = 0;

void read_pair() {
    {
        std::unique_lock lock(state_mutex);
        changed.wait(lock, [] { return !writing; });
        ++readers;
    }
    assert(first == second);
    std::lock_guard guard(state_mutex);
    if (--readers == 0) changed.notify_all();
}

void write_pair() {
    {
        std::unique_lock lock(state_mutex);
        changed.wait(lock, [] { return !writing && readers == 0; });
        writing = true;
    }
    ++first;
    ++second;
    std::lock_guard guard(state_mutex);
    writing = false;
    changed.notify_all();
}

int main() {
    std::thread reader(read_pair);
    std::thread other_reader(read_pair);
    write_pair();
    reader.join();
    other_reader.join();
    assert(first == 1 && second == 1);
}
