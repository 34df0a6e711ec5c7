// verdict: data_race
// why: A byte in the middle of a number is written while the whole number is read.
// message: word

#include <cstdint>
#include <cstdio>
#include <thread>

std::uint64_t word = 0;

int main() {
    std::thread writer([] { reinterpret_cast<unsigned char*>(&word)[5] = 1; });
    std::thread reader([] { std::printf("%d\n", word == 0 ? 0 : 1); });
    writer.join();
    reader.join();
}
