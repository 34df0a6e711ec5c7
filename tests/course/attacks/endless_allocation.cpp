// verdict: crash
// says: memory
// why: allocates and touches memory without end
#include <cstdlib>
#include <cstring>
#include <functional>

void run_on_a_thread(std::function<void()>) {
    constexpr std::size_t size = 1 << 24;
    while (char* block = static_cast<char*>(std::malloc(size))) std::memset(block, 1, size);
}
