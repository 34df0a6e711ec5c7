#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <string>
#include <thread>

#include "../victim.hpp"

void announce() {
    std::thread([] {}).join();
    std::printf("ready");
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/task"))
        if (entry.path().filename() != std::to_string(::getpid()))
            std::printf(" %s", entry.path().filename().c_str());
    std::printf("\n");
    std::fflush(stdout);
}
