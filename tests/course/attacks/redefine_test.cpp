// verdict: tampered
// says: TEST
// why: makes functions of the tests that nobody calls
#include <gtest/gtest.h>

#include <functional>

void run_on_a_thread(std::function<void()>) {}

#undef TEST
#define TEST(suite, name) [[maybe_unused]] static void suite##name()
