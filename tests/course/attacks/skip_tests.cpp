// verdict: wrong_result
// why: marks every test as skipped instead of passing it
#include <gtest/gtest.h>

#include <functional>

void run_on_a_thread(std::function<void()>) {
    GTEST_SKIP();
}
