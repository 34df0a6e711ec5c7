// main() of every test program: runs the tests and reports each on the runner's channel.
#include <gtest/gtest.h>

#include <string>

#include "kit/grader.hpp"

using course::Phase;

namespace {

std::string name_of(const testing::TestInfo& info) {
    return std::string(info.test_suite_name()) + "." + info.name();
}

class Reporter : public testing::EmptyTestEventListener {
    void OnTestStart(const testing::TestInfo& info) override {
        grader::record({"start", name_of(info)});
    }

    void OnTestEnd(const testing::TestInfo& info) override {
        const testing::TestResult& result = *info.result();
        for (int i = 0; i < result.total_part_count(); ++i) {
            const testing::TestPartResult& part = result.GetTestPartResult(i);
            if (part.failed())
                grader::record({"failure", name_of(info), part.file_name() ? part.file_name() : "",
                                std::to_string(part.line_number()), part.message()});
        }
        grader::record({result.Passed() ? "passed" : "failed", name_of(info)});
    }
};

}  // namespace

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    auto& listeners = testing::UnitTest::GetInstance()->listeners();
    delete listeners.Release(listeners.default_result_printer());
    listeners.Append(new Reporter);
    grader::channel().phase = Phase::testing;
    int status = RUN_ALL_TESTS();
    grader::channel().phase = Phase::finished;
    return status;
}
