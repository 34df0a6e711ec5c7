// verdict: livelock
// why: Two threads hand the turn to each other for ever.
// message: turn

#include <atomic>
#include <thread>

std::atomic<int> turn = 0;
std::atomic<bool> finished = false;

void play(int me) {
    while (!finished) {
        if (turn == me) {
            turn = 1 - me;
        } else {
            std::this_thread::yield();
        }
    }
}

int main() {
    std::thread zero(play, 0);
    std::thread one(play, 1);
    zero.join();
    one.join();
}
