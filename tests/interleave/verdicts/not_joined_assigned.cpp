// verdict: not_joined
// why: A new thread is assigned to a std::thread that still names the old one.
// message: restart

#include <thread>

std::thread worker;

void restart() {
    worker = std::thread([] {});
}

int main() {
    restart();
    restart();
    worker.join();
}
