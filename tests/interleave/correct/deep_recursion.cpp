// verdict: passed
// why: Two megabytes of big frames fit on the default stack of a thread.

#include <array>
#include <cassert>
#include <thread>

int depth_with_big_frames(int depth) {
    volatile char frame[4096];
    frame[0] = static_cast<char>(depth);
    frame[4095] = frame[0];
    if (depth == 0) return 0;
    return depth_with_big_frames(depth - 1) + (frame[0] == frame[4095] ? 1 : 0);
}

int main() {
    std::array<int, 2> depths = {};
    std::thread one([&] { depths[0] = depth_with_big_frames(500); });
    std::thread two([&] { depths[1] = depth_with_big_frames(400); });
    one.join();
    two.join();
    assert(depths[0] == 500 && depths[1] == 400);
}
