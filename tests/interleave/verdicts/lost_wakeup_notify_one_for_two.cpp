// verdict: lost_wakeup
// why: Two threads wait for the gate, but notify_one wakes only one of them.
// message: gate_opened

#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex gate_mutex;
std::condition_variable gate_opened;
bool is_open = false;

void pass_gate() {
    std::unique_lock lock(gate_mutex);
    gate_opened.wait(lock, [] { return is_open; });
}

int main() {
    std::thread one(pass_gate);
    std::thread two(pass_gate);
    {
        std::lock_guard guard(gate_mutex);
        is_open = true;
        gate_opened.notify_one();
    }
    one.join();
    two.join();
}
