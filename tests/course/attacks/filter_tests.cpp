// verdict: tampered
// why: sets the filter of GoogleTest, so that no test runs
#include <gtest/gtest.h>

#include <functional>

const int nothing = [] {
    testing::GTEST_FLAG(filter) = "-*";
    return 0;
}();

void run_on_a_thread(std::function<void()>) {}
