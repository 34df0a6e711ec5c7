// Two cooks need the knife and the board, and take them one after the other.
#include <mutex>
#include <thread>

std::mutex knife;
std::mutex board;

int main() {
    std::thread ann([] {
        const std::lock_guard first(knife);
        const std::lock_guard second(board);
    });
    std::thread bob([] {
        const std::lock_guard first(board);
        const std::lock_guard second(knife);
    });
    ann.join();
    bob.join();
}
