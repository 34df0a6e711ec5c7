// Templates that nearly every test program uses, instantiated once, in the kit: a tenth of the
// compilation of a test program would otherwise be theirs.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <deque>
#include <memory>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#ifndef GRADER_INSTANCE
#define GRADER_INSTANCE extern template  // instances.cpp has the definitions
#endif

GRADER_INSTANCE class std::basic_string<char>;
GRADER_INSTANCE class std::unique_ptr<int>;
GRADER_INSTANCE class std::unique_ptr<std::string>;
GRADER_INSTANCE class std::unique_ptr<std::stringstream>;
GRADER_INSTANCE class std::unique_ptr<std::thread::_State>;
GRADER_INSTANCE class std::deque<int>;
GRADER_INSTANCE class std::vector<int>;
GRADER_INSTANCE class std::vector<std::string>;
GRADER_INSTANCE class std::_Sp_counted_base<__gnu_cxx::__default_lock_policy>;
GRADER_INSTANCE class std::__shared_count<__gnu_cxx::__default_lock_policy>;

namespace testing::internal {
GRADER_INSTANCE struct SuiteApiResolver<Test>;
GRADER_INSTANCE AssertionResult EqHelper::Compare<int, int, nullptr>(const char*, const char*,
                                                                     const int&, const int&);
GRADER_INSTANCE AssertionResult EqHelper::Compare<std::atomic<int>, int, nullptr>(
    const char*, const char*, const std::atomic<int>&, const int&);
GRADER_INSTANCE AssertionResult EqHelper::Compare<std::string, std::string, nullptr>(
    const char*, const char*, const std::string&, const std::string&);
GRADER_INSTANCE AssertionResult EqHelper::Compare<std::size_t, int, nullptr>(const char*,
                                                                             const char*,
                                                                             const std::size_t&,
                                                                             const int&);
}  // namespace testing::internal

#undef GRADER_INSTANCE
