// verdict: exception
// why: The exception must not leave a function that is noexcept, although a caller would catch it.
// message: negative amount

#include <stdexcept>
#include <thread>

void check(int amount) {
    if (amount < 0) throw std::invalid_argument("negative amount");
}

void deposit(int amount) noexcept {
    check(amount);
}

int main() {
    std::thread worker([] {
        try {
            deposit(-1);
        } catch (const std::invalid_argument&) {
        }
    });
    worker.join();
}
