// verdict: bad_unlock
// why: The mutex is unlocked even if try_lock did not get it.
// message: attempt_mutex

#include <mutex>
#include <thread>

std::mutex attempt_mutex;

void attempt() {
    static_cast<void>(attempt_mutex.try_lock());
    attempt_mutex.unlock();
}

int main() {
    std::thread one(attempt);
    std::thread two(attempt);
    one.join();
    two.join();
}
