// What the compiler says becomes a verdict: code that must be refused, and code that is not
// written.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "course/grading/grader.hpp"
#include "scratch_course.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;

namespace {

using testing::ScratchFolder;

constexpr std::string_view kManifest = R"(title = "Refusals"
minutes = 10
sources = ["A course for tests"]

[[exercise]]
name = "gate"
kind = "part"
title = "A gate"
task = "Let numbers in."
minutes = 5
files = ["fearless/gate.hpp"]
checks = ["must_not_compile"]
hints = ["one", "two", "three"]
)";

constexpr std::string_view kTest = R"(// case POINTER_AT_GATE: no pointers
// and POINTER_AT_GATE: char*
// and POINTER_AT_GATE: Gate<
#include <fearless/gate.hpp>

#ifdef POINTER_AT_GATE
fearless::Gate<char*> gate;
#else
fearless::Gate<int> gate;
#endif
)";

// A class template with `code` in it.
std::string gate_with(const std::string& code) {
    return "#include <fearless/todo.hpp>\n#include <type_traits>\nnamespace fearless {\n"
           "template <typename T>\nconsteval bool opens() {\n    " +
           code +
           "\n}\n"
           "template <typename T>\nstruct Gate {\n    static_assert(opens<T>());\n};\n}\n";
}

const std::string kRight =
    gate_with("static_assert(!std::is_pointer_v<T>, \"no pointers\"); return true;");

class Refusal : public ::testing::Test {
  protected:
    Refusal() {
        scratch_.write("lessons/01_gate/lesson.toml", kManifest);
        scratch_.write("tests/01_gate/gate.must_not_compile.cpp", kTest);
        scratch_.write("tests/01_gate/gate.cpp", "// The refusals are all that there is.\n");
        std::ifstream file(fs::path(COURSE_SOURCE_DIR) / "solutions/fearless/todo.hpp");
        const std::string todo{std::istreambuf_iterator<char>(file), {}};
        for (const std::string tree : {"exercises", "solutions"}) {
            scratch_.write(tree + "/fearless/gate.hpp", kRight);
            scratch_.write(tree + "/fearless/todo.hpp", todo);
        }
    }

    Result graded(const std::string& text) {
        scratch_.write("exercises/fearless/gate.hpp", text);
        const Course course = load_course(scratch_.path());
        return grade(course, course.exercise("gate"), {});
    }

    ScratchFolder scratch_;
};

TEST_F(Refusal, what_is_refused_with_every_text_passes) {
    const Result result = graded(kRight);
    EXPECT_EQ(to_string(result.verdict), "passed") << result.message << result.details;
}

TEST_F(Refusal, a_text_that_the_compiler_does_not_print_is_missed_by_name) {
    // Refused with the sentence, but before anybody could tell which type it was.
    const std::string text = gate_with("return true;") +
                             "#ifdef POINTER_AT_GATE\nstatic_assert(false, \"no pointers\");\n"
                             "#endif\n";
    const Result result = graded(text);
    EXPECT_EQ(to_string(result.verdict), "should_not_compile");
    EXPECT_NE(result.message.find("\"char*\""), std::string::npos) << result.message;
}

#ifndef __clang__
TEST_F(Refusal, a_case_must_not_have_the_name_of_something_in_the_headers) {
    std::string test(kTest);
    for (std::size_t at; (at = test.find("POINTER_AT_GATE")) != std::string::npos;)
        test.replace(at, 15, "iterator");
    scratch_.write("tests/01_gate/gate.must_not_compile.cpp", test);
    const std::string sentence =
        testing::sentence_of([&] { (void)graded(kRight); }, kBrokenEnvironment);
    EXPECT_NE(sentence.find("the case iterator has the name"), std::string::npos) << sentence;
}
#endif

TEST_F(Refusal, what_compiles_is_not_refused) {
    const Result result = graded(gate_with("return true;"));
    EXPECT_EQ(to_string(result.verdict), "should_not_compile");
    EXPECT_NE(result.details.find("gate.must_not_compile.cpp: case POINTER_AT_GATE"),
              std::string::npos)
        << result.details;
    EXPECT_EQ(result.message.find("POINTER_AT_GATE"), std::string::npos) << result.message;
    ASSERT_EQ(result.tests.size(), 1u);
    EXPECT_NE(result.message.find("no pointers"), std::string::npos) << result.message;
    EXPECT_EQ(promise(result.tests[0]), "the compiler says \"no pointers\"");
}

TEST_F(Refusal, an_overlay_is_what_the_verdict_points_at) {
    scratch_.write("solutions/fearless/gate.hpp",
                   gate_with("// [opens]\n    return false;\n    // [opens]"));
    scratch_.write("mine.hpp", "// [opens]\nreturn true;\n// [opens]\n");
    const Course course = load_course(scratch_.path());
    GradeRequest request;
    request.from = GradeRequest::From::submission;
    request.submission = "mine.hpp";
    const fs::path before = fs::current_path();
    fs::current_path(scratch_.path());
    const Result result = grade(course, course.exercise("gate"), request);
    fs::current_path(before);
    EXPECT_EQ(to_string(result.verdict), "should_not_compile");
    EXPECT_EQ(result.file, "mine.hpp");
}

TEST_F(Refusal, a_question_of_the_compiler_that_is_not_answered_yet_is_todo) {
    const Result result = graded(gate_with(
        "static_assert(written<T>, \"not written yet: lesson 01: who may pass\"); return false;"));
    EXPECT_EQ(to_string(result.verdict), "todo") << result.message;
    EXPECT_EQ(result.message, "Not written yet: lesson 01: who may pass.");
    EXPECT_EQ(result.file, "exercises/fearless/gate.hpp");
    EXPECT_EQ(result.line, 6);
    EXPECT_EQ(result.details, "");
}

TEST_F(Refusal, another_error_of_the_compiler_is_none) {
    const Result result = graded(gate_with("return true"));
    EXPECT_EQ(to_string(result.verdict), "compile_error") << result.message;
}

TEST_F(Refusal, a_given_part_is_part_of_the_course) {
    std::string manifest(kManifest);
    manifest.insert(manifest.find("\n\n"), "\ngiven = [\"fearless/todo.hpp\"]");
    scratch_.write("lessons/01_gate/lesson.toml", manifest);
    scratch_.record_checksums();
    EXPECT_EQ(load_course(scratch_.path()).lessons[0].given,
              std::vector<std::string>{"fearless/todo.hpp"});
    scratch_.write("exercises/fearless/todo.hpp",
                   scratch_.read("solutions/fearless/todo.hpp") + "// changed\n");
    const Result result = graded(kRight);
    EXPECT_EQ(to_string(result.verdict), "tampered") << result.message;
    EXPECT_NE(result.message.find("todo.hpp"), std::string::npos) << result.message;
}

TEST_F(Refusal, a_given_part_that_is_not_there_is_a_mistake_in_the_manifest) {
    std::string manifest(kManifest);
    manifest.insert(manifest.find("\n\n"), "\ngiven = [\"fearless/rope.hpp\"]");
    scratch_.write("lessons/01_gate/lesson.toml", manifest);
    const std::string sentence =
        testing::sentence_of([&] { (void)load_course(scratch_.path()); }, kBrokenEnvironment);
    EXPECT_NE(sentence.find("there is no file exercises/fearless/rope.hpp"), std::string::npos)
        << sentence;
}

}  // namespace
}  // namespace course
