// verdict: deadlock
// why: One thread takes the mutexes as first and second, the other the other way round.
// message: second_mutex

#include <mutex>
#include <thread>

std::mutex first_mutex;
std::mutex second_mutex;

int main() {
    std::thread one([] {
        std::lock_guard first(first_mutex);
        std::lock_guard second(second_mutex);
    });
    std::thread two([] {
        std::lock_guard second(second_mutex);
        std::lock_guard first(first_mutex);
    });
    one.join();
    two.join();
}
