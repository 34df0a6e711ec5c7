// What can be seen of a submission without building it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace course {

// "Suite.name" of each test in a test source, in order.
std::vector<std::string> tests_in(std::string_view test_source);

// The same for those that are explored.
std::vector<std::string> explored_tests_in(std::string_view test_source);

// The test source in at most `pieces` parts that can be compiled side by side: each has all that is
// not a test, and a run of the tests. `name` is what the compiler calls the source in its messages.
std::vector<std::string> pieces_of(const std::string& test_source, std::size_t pieces,
                                   const std::string& name);

struct Meddling {
    std::string file;  // the one that the last `#line` before it names; empty: the submission
    int line;
    std::string what;  // "redefines EXPECT_EQ, a word that the tests use"
};

// The first pre-processor directive that would change what the tests mean rather than add code: a
// macro named like a word of the test source or of the language, or the reference library
// included.
std::optional<Meddling> meddling_with_tests(std::string_view submission,
                                            std::string_view test_source);

}  // namespace course
