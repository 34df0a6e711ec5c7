// verdict: deadlock
// why: One group waits for the room with the counter mutex that the other needs to leave the room.
// threads: 2

#include <mutex>
#include <thread>

// Two groups share a room, one group at a time: the first member in takes the room, the last one
// out gives it back.
std::mutex counter_mutex;
std::mutex room;
int group_a = 0;
int group_b = 0;

void enter(int& members) {
    std::lock_guard guard(counter_mutex);
    if (++members == 1) room.lock();
}

void leave(int& members) {
    std::lock_guard guard(counter_mutex);
    if (--members == 0) room.unlock();
}

void visit(int& members) {
    enter(members);
    leave(members);
}

int main() {
    std::thread a([] { visit(group_a); });
    std::thread b([] { visit(group_b); });
    a.join();
    b.join();
}
