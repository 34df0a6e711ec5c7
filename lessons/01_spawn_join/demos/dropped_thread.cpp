// A std::thread that is destroyed before it was joined or detached ends the program.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <thread>

int main() {
    std::setvbuf(stdout, nullptr, _IONBF, 0);  // each line leaves the program at once
    std::set_terminate([] {
        std::puts("std::terminate: the program ends here");
        std::abort();
    });
    {
        std::puts("before the block ends");
        // [dropped]
        std::thread worker([] {});
        // [dropped]
    }
    std::puts("after the block");
}
