// verdict: passed
// why: Readers share the mutex, the writer has it alone, so nobody sees half of an update.

#include <cassert>
#include <mutex>
#include <shared_mutex>
#include <thread>

std::shared_mutex pair_mutex;
int first = 0;
int second = 0;

void write_pair() {
    std::lock_guard guard(pair_mutex);
    ++first;
    ++second;
}

void read_pair() {
    std::shared_lock lock(pair_mutex);
    assert(first == second);
}

int main() {
    std::thread writer(write_pair);
    std::thread reader(read_pair);
    std::thread other_reader(read_pair);
    writer.join();
    reader.join();
    other_reader.join();
}
