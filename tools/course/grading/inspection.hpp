// What can be seen of a submission without building it.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "course/model/manifest.hpp"

namespace course {

struct TestSource {
    std::filesystem::path path;
    std::string text;
    std::vector<std::string> tests;     // "Suite.name" of each, in order
    std::vector<std::string> explored;  // of these, the ones that are explored
};

TestSource test_source(std::string text, const std::filesystem::path& path = {});

// The source without the tests that are judged after the test `last`: their lines are empty. All of
// it where no test has that name. `explores`: for the engine that explores.
TestSource tests_until(TestSource source, const std::string& last, bool explores);

// What an exercise is tested with, as far as the test `last` where one is named. Empty where no
// test program is: for an answer about a program, and where all that counts is what the compiler
// refuses.
TestSource test_source_of(const Course& course, const Exercise& exercise,
                          const std::string& last = "");

// The test source in at most `pieces` parts that can be compiled side by side: each has all that is
// not a test, and a run of the tests. Compilers name the source in their messages.
std::vector<std::string> pieces_of(const TestSource& source, std::size_t pieces);

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
