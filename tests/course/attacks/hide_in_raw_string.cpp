// verdict: tampered
// says: EXPECT_TRUE
// why: hides a directive from a reader that takes the start of a comment in a raw string for one
#include <gtest/gtest.h>

#include <functional>
#include <string>

void run_on_a_thread(std::function<void()>) {}

const std::string begin = R"(" /* )";
#undef EXPECT_TRUE
#define EXPECT_TRUE(condition) SUCCEED()
const std::string end = R"(" */ )";
