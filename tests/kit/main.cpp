// main() of every test program: runs the tests and reports each on the runner's channel.
#include <gtest/gtest.h>

#include <exception>
#include <optional>
#include <string>

#include "kit/grader.hpp"

using course::Phase;

namespace {

std::string name_of(const testing::TestInfo& info) {
    return std::string(info.test_suite_name()) + "." + info.name();
}

// What the exception that is being handled says.
std::string what_was_thrown() {
    try {
        throw;
    } catch (const std::exception& error) {
        return error.what();
    } catch (...) {
        return "an exception that is no std::exception";
    }
}

class Reporter : public testing::EmptyTestEventListener {
    void OnTestStart(const testing::TestInfo& info) override {
        thrown_.reset();
        grader::record({"start", name_of(info)});
    }

    // An exception that came out of a test is a failure without a place, reported while it is
    // handled.
    void OnTestPartResult(const testing::TestPartResult& part) override {
        if (!part.file_name() && std::current_exception()) thrown_ = what_was_thrown();
    }

    void OnTestEnd(const testing::TestInfo& info) override {
        const testing::TestResult& result = *info.result();
        for (int i = 0; i < result.total_part_count(); ++i) {
            const testing::TestPartResult& part = result.GetTestPartResult(i);
            if (!part.failed()) continue;
            if (thrown_ && !part.file_name())
                grader::record({"thrown", name_of(info), part.message(), *thrown_});
            else
                grader::record({"failure", name_of(info), part.message()});
        }
        if (result.Passed()) grader::record({"passed", name_of(info)});
    }

    std::optional<std::string> thrown_;
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
