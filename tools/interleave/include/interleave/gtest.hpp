// INTERLEAVE_TEST(Suite, Name) { ... }: a GoogleTest test that is run under every schedule.
//
// EXPECT_* and ASSERT_* work inside; the first that fails ends the exploration, and the test fails
// with the schedule. INTERLEAVE_TEST_WITH takes options before the body.
#pragma once

#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include <interleave/interleave.hpp>
#include <string>

namespace interleave {

// While it lives, a failed expectation inside an exploration ends the execution.
class ExpectationsFail : public testing::ScopedFakeTestPartResultReporter {
  public:
    ExpectationsFail() : ScopedFakeTestPartResultReporter(INTERCEPT_ALL_THREADS, &unused_) {}
    void ReportTestPartResult(const testing::TestPartResult& part) override {
        if (!part.failed()) return;
        std::string where = part.file_name() ? part.file_name() : "";
        if (!where.empty()) where += ":" + std::to_string(part.line_number()) + ": ";
        fail(where + part.message());
    }

  private:
    testing::TestPartResultArray unused_;
};

inline void explore_test(const Options& options, void (*body)()) {
    Result result;
    {
        ExpectationsFail reporter;
        result = explore(options, body);
    }
    if (result.verdict != Verdict::passed) ADD_FAILURE() << describe(result);
    testing::Test::RecordProperty("executions", std::to_string(result.executions));
    testing::Test::RecordProperty("exhausted", result.exhausted ? "true" : "false");
}

}  // namespace interleave

#define INTERLEAVE_TEST_WITH(suite, name, options)                              \
    static void interleave_body_##suite##_##name();                             \
    TEST(suite, name) {                                                         \
        ::interleave::explore_test(options, &interleave_body_##suite##_##name); \
    }                                                                           \
    static void interleave_body_##suite##_##name()
#define INTERLEAVE_TEST(suite, name) INTERLEAVE_TEST_WITH(suite, name, ::interleave::Options{})
