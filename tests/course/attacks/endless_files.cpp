// verdict: crash
// says: wrote
// why: fills the disk with small files
#include <fstream>
#include <functional>
#include <string>

void run_on_a_thread(std::function<void()>) {
    const std::string text(1 << 20, 'x');
    for (int i = 0; i < 512; ++i) std::ofstream("full." + std::to_string(i)) << text;
    for (volatile bool forever = true; forever;) {
    }
}
