// verdict: passed
// why: Read-modify-write operations of every width are one step each.

#include <atomic>
#include <cassert>
#include <cstdint>
#include <thread>

std::atomic<std::uint8_t> bits = 0;
std::atomic<std::uint16_t> narrow = 0xffff;
std::atomic<int> sum = 0;
std::atomic<std::int64_t> wide = 0;

void change(int me) {
    bits.fetch_or(static_cast<std::uint8_t>(1 << me));
    narrow.fetch_and(static_cast<std::uint16_t>(~(1 << me)));
    sum.fetch_add(me + 1);
    wide.fetch_xor(std::int64_t{1} << (40 + me));
}

int main() {
    std::thread zero(change, 0);
    std::thread one(change, 1);
    zero.join();
    one.join();
    assert(bits == 3);
    assert(narrow == 0xfffc);
    assert(sum == 3);
    assert(wide == std::int64_t{3} << 40);
}
