// Prints how fast the explorer is, and how soon it finds what.
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>
#include <thread>

#include "bench.hpp"

namespace {

std::string processor() {
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);) {
        const std::size_t colon = line.find(": ");
        if (line.starts_with("model name") && colon != line.npos) return line.substr(colon + 2);
    }
    return "unknown processor";
}

}  // namespace

int main(int count, char** words) {
    const bool short_run = count > 1 && !std::strcmp(words[1], "--short");
    if (count > 2 || (count == 2 && !short_run)) {
        std::fputs("usage: interleave_bench [--short]\n", stderr);
        return 2;
    }
    // Each line is there as soon as it is known, also in a file.
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
#ifdef __clang__
    const char* compiler = "";
#else
    const char* compiler = "g++ ";
#endif
    std::printf("%s, %u cores; %s%s\n\n", processor().c_str(), std::thread::hardware_concurrency(),
                compiler, __VERSION__);
    bench::measure_bodies();
    bench::measure_programs();
    bench::measure_size(short_run);
    bench::measure_bugs(short_run);
}
