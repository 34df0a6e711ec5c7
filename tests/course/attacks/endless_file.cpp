// verdict: crash
// why: fills the disk
#include <fstream>
#include <functional>
#include <string>

void run_on_a_thread(std::function<void()>) {
    std::ofstream file("full.txt");
    const std::string line(1 << 16, 'x');
    for (volatile bool forever = true; forever;) file << line << std::flush;
}
