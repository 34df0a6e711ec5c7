// verdict: livelock
// why: The consumer asks again and again for what nobody puts in; each question makes a new list.
// message: take

#include <deque>
#include <mutex>
#include <thread>

std::mutex mutex;
std::deque<int> values;

bool take() {
    std::deque<int> taken;
    const std::scoped_lock lock(mutex);
    taken.swap(values);
    return !taken.empty();
}

int main() {
    std::thread consumer([] {
        while (!take()) {
        }
    });
    consumer.join();
}
