// A submission that says only what is different: how it is recognised, laid over the solution and
// graded.
#include "course/grading/overlay.hpp"

#include <fstream>

#include "course/grading/grader.hpp"
#include "course/grading/inspection.hpp"
#include "scratch_course.hpp"
#include "system/process.hpp"

namespace course {

using namespace sys;

namespace {

using testing::ScratchCourse;
using testing::sentence_of;

TEST(Overlay, is_a_text_with_a_region_and_no_code_outside) {
    EXPECT_TRUE(is_overlay("// why: so\n\n#include <list>\n\n    // [a]\n    f();\n    // [a]\n"));
    EXPECT_TRUE(is_overlay("// [a]\nf();\n")) << "the region is never closed, which can be said";
    EXPECT_FALSE(is_overlay("// why: so\n")) << "no region";
    EXPECT_FALSE(is_overlay("#pragma once\n// [a]\nf();\n// [a]\n")) << "a header of its own";
    EXPECT_FALSE(is_overlay("// [a]\nf();\n// [a]\ng();\n")) << "code behind the region";
    EXPECT_FALSE(is_overlay("#define f g\n// [a]\nf();\n// [a]\n")) << "a directive is code";
    EXPECT_FALSE(is_overlay("/* [a] */\nf();\n")) << "no marker";
}

const Source kSolution{"solutions/x.hpp",
                       "#pragma once\n#include <a>\n#include <b>\n"
                       "// [one]\n1\n// [one]\nbetween\n// [two]\n2\n// [two]\nend\n"};

std::string laid(const std::string& overlay) {
    return laid_text(lay_over({"x.hpp", overlay}, kSolution));
}

TEST(Overlay, puts_its_regions_in_the_places_of_the_solutions) {
    EXPECT_EQ(laid("// why: so\n\n// [two]\nII\nii\n// [two]\n"),
              "#pragma once\n#include <a>\n#include <b>\n"
              "// [one]\n1\n// [one]\nbetween\n// [two]\nII\nii\n// [two]\nend\n");
    EXPECT_EQ(laid("// [two]\n// [two]\n\n// [one]\n// [inner]\nI\n// [inner]\n// [one]\n"),
              "#pragma once\n#include <a>\n#include <b>\n// [one]\n// [inner]\nI\n// [inner]\n"
              "// [one]\nbetween\n// [two]\n// [two]\nend\n")
        << "in another order, one empty, one with a region inside";
}

TEST(Overlay, puts_its_includes_before_the_solutions) {
    EXPECT_TRUE(laid("#include <c>\n\n// [one]\n#include <d>\n// [one]\n")
                    .starts_with("#pragma once\n#include <c>\n#include <a>\n#include <b>\n"
                                 "// [one]\n#include <d>\n// [one]\n"));
    EXPECT_EQ(laid_text(lay_over({"x.cpp", "#include <c>\n// [one]\nI\n// [one]\n"},
                                 {"solutions/x.cpp", "// [one]\n1\n// [one]\n#include <a>\n"})),
              "#include <c>\n// [one]\nI\n// [one]\n#include <a>\n")
        << "the first include stands behind the region";
}

TEST(Overlay, is_refused_where_a_region_cannot_be_laid) {
    const auto refusal = [](const std::string& overlay) {
        return sentence_of([&] { (void)laid(overlay); }, kBadUsage);
    };
    EXPECT_EQ(refusal("// [tow]\nII\n// [tow]\n"),
              "x.hpp: solutions/x.hpp has no region [tow]; it has one and two.");
    EXPECT_EQ(refusal("// [one]\n// [one]\n// [one]\n// [one]\n"),
              "x.hpp: region [one] is opened twice.");
    EXPECT_EQ(refusal("// [one]\nI\n"), "x.hpp: region [one] is never closed.");
    EXPECT_EQ(refusal("// [one]\n// [two]\n// [one]\n// [two]\n"),
              "x.hpp: region [one] is closed inside [two].");
    const Source nested{"solutions/y.hpp", "// [out]\n// [in]\n// [in]\n// [out]\n"};
    EXPECT_EQ(
        sentence_of(
            [&] { (void)lay_over({"y.hpp", "// [in]\n// [in]\n// [out]\n// [out]\n"}, nested); },
            kBadUsage),
        "y.hpp: region [in] is part of [out] in solutions/y.hpp.");
}

TEST(Overlay, tells_the_compiler_where_each_line_stands) {
    const auto lines = lay_over({"x.hpp", "// why\n#include <c>\n// [two]\nII\n// [two]\n"},
                                {"s", "#include <a>\n// [two]\n2\n// [two]\nend\n"});
    EXPECT_EQ(text_with_places(lines, "/o \"x\".hpp", "/s.hpp"),
              "#line 2 \"/o \\\"x\\\".hpp\"\n#include <c>\n#line 1 \"/s.hpp\"\n#include <a>\n"
              "#line 3 \"/o \\\"x\\\".hpp\"\n// [two]\nII\n// [two]\n#line 5 \"/s.hpp\"\nend\n");
}

TEST(Overlay, meddling_is_found_at_the_line_that_a_person_can_look_at) {
    const auto found = meddling_with_tests("int a;\n#line 7 \"o.hpp\"\n\n#define EXPECT_EQ(a, b)\n",
                                           "TEST(A, b) { EXPECT_EQ(1, 2); }\n");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->file, "o.hpp");
    EXPECT_EQ(found->line, 8);
}

// The scratch course with a part of two functions, both of which the test asks for.
class GradedOverlay : public ::testing::Test {
  protected:
    GradedOverlay() {
        scratch_.write("tests/01_first/greet.cpp",
                       "#include <fearless/greet.hpp>\n#include <gtest/gtest.h>\n"
                       "TEST(Greet, counts) { EXPECT_EQ(count(), 42); }\n"
                       "TEST(Greet, names) { EXPECT_EQ(name(), 'a'); }\n");
        scratch_.write("exercises/fearless/greet.hpp", greet("return 0;", "return 'x';"));
        scratch_.write("solutions/fearless/greet.hpp", greet("return 42;", "return 'a';"));
    }
    static std::string greet(const std::string& count, const std::string& name) {
        return "// Two functions.\n#pragma once\n\ninline int count() {\n    // [count]\n    " +
               count + "\n    // [count]\n}\n\ninline char name() {\n    // [name]\n    " + name +
               "\n    // [name]\n}\n";
    }
    Result graded(const std::string& text, bool whole_files = false) {
        scratch_.write("mine.hpp", text);
        return graded_path("mine.hpp", whole_files);
    }
    Result graded_path(const std::string& path, bool whole_files = false) {
        const Course course = load_course(scratch_.path());
        GradeRequest request;
        request.from = GradeRequest::From::submission;
        request.submission = scratch_.path() / path;
        request.whole_files = whole_files;
        return grade(course, course.exercise("greet"), request);
    }
    std::string mine() const { return (scratch_.path() / "mine.hpp").string(); }

    ScratchCourse scratch_;
};

TEST_F(GradedOverlay, is_graded_with_the_rest_of_the_solution) {
    const Result right =
        graded("// why: so\n\n    // [count]\n    return 6 * 7;\n    // [count]\n");
    EXPECT_EQ(to_string(right.verdict), "passed") << right.message << right.details;
    const Result wrong = graded("// why: so\n\n    // [count]\n    return 41;\n    // [count]\n");
    EXPECT_EQ(to_string(wrong.verdict), "wrong_result") << wrong.message << wrong.details;
}

TEST_F(GradedOverlay, includes_what_it_needs_besides) {
    const Result result = graded(
        "#include <vector>\n\n// [count]\nreturn std::vector<int>{42}.front();\n// [count]\n");
    EXPECT_EQ(to_string(result.verdict), "passed") << result.message << result.details;
}

TEST_F(GradedOverlay, is_pointed_at_by_its_own_name_and_line) {
    const Result result =
        graded("// why: so\n\n    // [count]\n    return none;\n    // [count]\n");
    EXPECT_EQ(to_string(result.verdict), "compile_error");
    EXPECT_EQ(result.file, mine());
    EXPECT_EQ(result.line, 4);
    EXPECT_NE(result.details.find("mine.hpp:4:"), std::string::npos) << result.details;
}

TEST_F(GradedOverlay, is_not_blamed_for_a_line_of_the_solution) {
    const Result result = graded(
        "// [count]\nreturn 42;\n}\nusing char_ = none;\n"
        "inline int rest() {\n    return 0;\n// [count]\n");
    EXPECT_EQ(result.file, mine());
    EXPECT_EQ(result.line, 4);
    const Result later = graded(
        "// [count]\nreturn 42;\n// [count]\n\n// [name]\n// [name]\n"
        "#include <no_such_header>\n");
    EXPECT_EQ(later.file, mine());
    EXPECT_EQ(later.line, 7) << later.details;
    scratch_.write("solutions/fearless/greet.hpp",
                   greet("return 42;", "return 'a';") + "int broken = none;\n");
    const Result theirs = graded("// [count]\nreturn 42;\n// [count]\n");
    EXPECT_EQ(theirs.file, "solutions/fearless/greet.hpp");
    EXPECT_EQ(theirs.line, 15) << theirs.details;
}

TEST_F(GradedOverlay, may_meddle_no_more_than_a_whole_file) {
    const Result result = graded("// [count]\n#define EXPECT_EQ(a, b)\nreturn 41;\n// [count]\n");
    EXPECT_EQ(to_string(result.verdict), "tampered");
    EXPECT_EQ(result.file, mine());
    EXPECT_EQ(result.line, 2);
}

TEST_F(GradedOverlay, may_still_be_a_whole_file) {
    EXPECT_EQ(to_string(graded(greet("return 42;", "return 'a';")).verdict), "passed");
    const Result result = graded(greet("return 42;", "return none;"));
    EXPECT_EQ(result.file, mine());
    EXPECT_EQ(result.line, 12);
}

TEST_F(GradedOverlay, is_none_where_the_whole_work_was_to_be_handed_in) {
    const std::string text = "// [count]\nreturn 42;\n// [count]\n";
    EXPECT_EQ(to_string(graded(text).verdict), "passed");
    EXPECT_EQ(to_string(graded(text, true).verdict), "compile_error");
    scratch_.write("work/fearless/greet.hpp", text);
    EXPECT_EQ(to_string(graded_path("work").verdict), "compile_error") << "a learner's folder";
}

}  // namespace
}  // namespace course
