// Three threads need the table, one makes it.
#include <cstdio>
#include <fearless/once.hpp>
#include <string>
#include <thread>
#include <vector>

int main() {
    // [once]
    const fearless::OnceLock<std::string> table;
    const auto need = [&] {
        const std::string& mine = table.get_or_init([] {
            std::puts("the table is made");
            return std::string("table");
        });
        std::printf("a thread reads the %s\n", mine.c_str());
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i) threads.emplace_back(need);
    for (std::thread& thread : threads) thread.join();
    // [once]
}
