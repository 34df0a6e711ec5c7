// Never stands still: a thread waits for input, which comes from outside, and main for its end.
#include <unistd.h>

#include <thread>

#include "victim.hpp"

int main() {
    announce();
    std::thread thread([] {
        char byte;
        if (::read(STDIN_FILENO, &byte, 1) != 1) ::_exit(1);
    });
    thread.join();
}
