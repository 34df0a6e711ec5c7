// Precompiled for every engine: whole_grader_pch.hpp without the parts of GoogleTest that no test
// of the course uses. Those parts use templates in code that is no template, so that the compiler
// instantiates them in each test program, in a quarter of the time it has for one.
//
// What is declared here GoogleTest names as a friend, or in a function. A GoogleTest that cannot be
// compiled like this is precompiled whole.

namespace testing::internal {
class DefaultDeathTestFactory;
class ParameterizedTestSuiteRegistry;
template <typename Suite>
class ParameterizedTestFactory;
}  // namespace testing::internal

#define GOOGLETEST_INCLUDE_GTEST_GTEST_DEATH_TEST_H_
#define GOOGLETEST_INCLUDE_GTEST_GTEST_MATCHERS_H_
#define GOOGLETEST_INCLUDE_GTEST_GTEST_PARAM_TEST_H_
#define GOOGLETEST_INCLUDE_GTEST_GTEST_TYPED_TEST_H_
#include "kit/whole_grader_pch.hpp"
