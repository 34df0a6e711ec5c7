// Templates that nearly every test program uses, instantiated once, in the kit: a tenth of the
// compilation of a test program would otherwise be theirs.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <sstream>
#include <string>

#ifndef GRADER_INSTANCE
#define GRADER_INSTANCE extern template  // instances.cpp has the definitions
#endif

GRADER_INSTANCE class std::basic_string<char>;
GRADER_INSTANCE class std::unique_ptr<int>;
GRADER_INSTANCE class std::unique_ptr<std::string>;
GRADER_INSTANCE class std::unique_ptr<std::stringstream>;

namespace testing::internal {
GRADER_INSTANCE AssertionResult EqHelper::Compare<int, int, nullptr>(const char*, const char*,
                                                                     const int&, const int&);
}

#undef GRADER_INSTANCE
