// verdict: data_race
// why: Readers hold the mutex together, yet each of them writes the statistics.
// message: lookups

#include <cstdio>
#include <shared_mutex>
#include <thread>

std::shared_mutex table_mutex;
int table[2] = {1, 2};
int lookups = 0;

void look_up(int index) {
    std::shared_lock lock(table_mutex);
    ++lookups;
    std::printf("%d\n", table[index]);
}

int main() {
    std::thread one(look_up, 0);
    std::thread two(look_up, 1);
    one.join();
    two.join();
}
