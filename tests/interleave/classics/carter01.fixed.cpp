// verdict: passed
// why: Nobody waits for the room while holding the counter mutex.
// threads: 2

#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

// Two groups share a room, one group at a time. The condition variable gives the mutex back while
// a member waits for the other group to leave.
std::mutex counter_mutex;
std::condition_variable room_is_free;
int group_a = 0;
int group_b = 0;

void visit(int& members, const int& others) {
    {
        std::unique_lock lock(counter_mutex);
        room_is_free.wait(lock, [&others] { return others == 0; });
        ++members;
    }
    std::lock_guard guard(counter_mutex);
    assert(others == 0);
    --members;
    room_is_free.notify_all();
}

int main() {
    std::thread a([] { visit(group_a, group_b); });
    std::thread b([] { visit(group_b, group_a); });
    a.join();
    b.join();
}
