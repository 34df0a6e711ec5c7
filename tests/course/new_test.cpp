// ./course new: what it writes, and what selfcheck then says is missing.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "course/commands/commands.hpp"
#include "course/grading/grader.hpp"
#include "course/selfcheck/expectation.hpp"
#include "course/selfcheck/plan.hpp"
#include "scratch_course.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;

namespace {

using testing::ScratchCourse;
using testing::sentence_of;

class New : public ::testing::Test {
  protected:
    New() {
        const fs::path todo = fs::path(COURSE_SOURCE_DIR) / "exercises/fearless/todo.hpp";
        for (const char* tree : {"exercises", "solutions"}) {
            fs::copy_file(todo, scratch_.path() / tree / "fearless/todo.hpp");
        }
        scratch_.write("lessons/01_first/README.md", "# First steps\n\n`hello`, greet, shout\n");
        scratch_.write("lessons/01_first/review.md", "## greet\n\n## shout\n");
        reload();
    }
    void reload() { course_ = load_course(scratch_.path()); }
    const Exercise& add(const std::string& kind, const std::string& name) {
        ::testing::internal::CaptureStdout();
        EXPECT_EQ(add_exercise(course_, kind, "01/" + name), kPassed);
        std::fflush(stdout);
        printed_ = ::testing::internal::GetCapturedStdout();
        reload();
        return course_.exercise(name);
    }
    std::map<std::string, std::string> all_files() const {
        std::map<std::string, std::string> files;
        for (const auto& entry : fs::recursive_directory_iterator(scratch_.path())) {
            const std::string name = entry.path().lexically_relative(scratch_.path());
            if (entry.is_regular_file()) files[name] = scratch_.read(name);
        }
        return files;
    }
    // What the jobs whose name ends so complain about, in one text.
    std::string problems_of(void (*add_jobs)(const checking::Plan&, checking::Jobs&),
                            const std::string& name) const {
        checking::Plan plan{.course = course_};
        plan.lessons = {&course_.lessons[0]};
        plan.exercises = scratch_.path() / "exercises";
        checking::Jobs jobs;
        add_jobs(plan, jobs);
        std::string all;
        for (const auto& job : jobs) {
            if (!job.name.ends_with(name)) continue;
            for (const auto& problem : job.work()) all += problem + "\n";
        }
        return all;
    }

    ScratchCourse scratch_;
    Course course_;
    std::string printed_;
};

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST_F(New, names_every_file_that_it_wrote_and_the_next_step) {
    const auto before = all_files();
    add("fix", "ping_pong");
    for (const auto& [file, text] : all_files()) {
        const auto old = before.find(file);
        if (old != before.end() && old->second == text) continue;
        EXPECT_TRUE(holds(printed_, file + "\n")) << file;
        EXPECT_FALSE(holds(text, "@")) << file << " holds a place that was not filled in";
    }
    EXPECT_TRUE(holds(printed_, "./course selfcheck 01_first")) << printed_;
    EXPECT_TRUE(holds(scratch_.read("tests/01_first/ping_pong.cpp"), "TEST(PingPong, "));
}

TEST_F(New, puts_the_entry_behind_the_exercises_and_before_the_quiz) {
    add("fix", "ping_pong");
    EXPECT_EQ(course_.lessons[0].exercises.back().name, "ping_pong");
    EXPECT_EQ(course_.lessons[0].quiz.size(), 2u);
    const std::string manifest = scratch_.read("lessons/01_first/lesson.toml");
    EXPECT_LT(manifest.find("\"ping_pong\""), manifest.find("[[quiz]]"));
}

TEST_F(New, selfcheck_names_what_is_still_missing) {
    add("fix", "ping_pong");
    const std::string manifest = problems_of(checking::add_manifest_jobs, "01_first/ping_pong");
    EXPECT_TRUE(holds(manifest, "rejects/ping_pong holds 1 submissions; there must be at least 5"));
    EXPECT_TRUE(holds(manifest, "accepts/ping_pong holds 1 submissions; there must be at least 2"));
    const std::string skeleton = problems_of(checking::add_skeleton_jobs, "01_first/ping_pong");
    for (const char* part :
         {"the title of 01_first/ping_pong is", "the task of", "hint 1 of", "hint 2 of",
          "hint 3 of", "what it says to wrong_result of", "\"shipped\" names the verdict",
          "exercises/01_first/ping_pong.cpp:1: still to be written",
          "solutions/01_first/ping_pong.cpp:", "tests/01_first/ping_pong.cpp:",
          "tests/01_first/rejects/ping_pong/off_by_one.cpp:3:",
          "tests/01_first/accepts/ping_pong/product.cpp:1:"}) {
        EXPECT_TRUE(holds(skeleton, part)) << part << "\n" << skeleton;
    }
    const std::string pages = problems_of(checking::add_page_jobs, "01_first");
    EXPECT_TRUE(holds(pages, "the section `## ping_pong` is missing")) << pages;
    EXPECT_TRUE(holds(pages, "the exercise ping_pong is nowhere mentioned")) << pages;
}

TEST_F(New, selfcheck_says_nothing_about_what_was_written) {
    scratch_.edit_manifest("shipped = \"wrong_result\"", "shipped = \"crash\"");
    reload();
    EXPECT_EQ(problems_of(checking::add_skeleton_jobs, ""), "");
    scratch_.edit_manifest("hints = [\"one\", \"two\"", "hints = [\"one\", \"...\"");
    reload();
    EXPECT_EQ(problems_of(checking::add_skeleton_jobs, ""),
              "hint 2 of 01_first/shout is still a placeholder: ...\n");
}

TEST_F(New, what_cannot_be_made_is_one_sentence_and_writes_nothing) {
    scratch_.write("tests/01_first/rejects/left_over/off_by_one.cpp", "");
    const auto before = all_files();
    const auto refused = [&](const std::string& kind, const std::string& id) {
        return sentence_of([&] { add_exercise(course_, kind, id); }, kBadUsage);
    };
    EXPECT_TRUE(holds(refused("fxi", "01/x"), "did you mean fix?"));
    EXPECT_TRUE(holds(refused("lesson", "01/x"), "compile, fix, part, predict or schedule"));
    EXPECT_TRUE(holds(refused("fix", "x"), "expected LESSON/NAME, such as 01_first/x"));
    EXPECT_TRUE(holds(refused("fix", "9/x"), "there is no lesson \"9\""));
    for (const char* name :
         {"", "Ping", "ping-pong", "ping__pong", "_ping", "ping_", "7up", "a/b", "../x", "p ng"}) {
        EXPECT_TRUE(holds(refused("fix", std::string("01/") + name), "expected snake_case"))
            << name;
    }
    EXPECT_TRUE(holds(refused("part", "01/shout"), "there is an exercise 01_first/shout already"));
    EXPECT_TRUE(holds(refused("fix", "01/left_over"), "off_by_one.cpp is there already"));
    EXPECT_EQ(all_files(), before);
}

TEST_F(New, a_full_disk_leaves_nothing_half_written) {
    const auto before = all_files();
    {
        const testing::FullDisk disk(600);  // the manifest, which comes last, does not fit
        sentence_of([&] { add_exercise(course_, "fix", "01/ping_pong"); }, kBrokenEnvironment);
    }
    EXPECT_EQ(all_files(), before);
}

// Grades what is written as it is.
class NewOfKind : public New, public ::testing::WithParamInterface<const char*> {
  protected:
    Verdict verdict(const Exercise& exercise, GradeRequest::From from) const {
        GradeRequest request;
        request.from = from;
        const Result result = grade(course_, exercise, request);
        EXPECT_TRUE(result.verdict == Verdict::passed || result.verdict == Verdict::todo)
            << result.message << "\n"
            << result.details;
        return result.verdict;
    }
    // Each of them gets what its own first lines say.
    void grade_submissions(const Exercise& exercise, const std::string& kind) const {
        const auto folder = scratch_.path() / "tests/01_first" / kind / exercise.name;
        for (const auto& entry : fs::directory_iterator(folder)) {
            GradeRequest request;
            request.from = GradeRequest::From::submission;
            request.submission = entry.path();
            const auto expected =
                checking::read_expectation(entry.path(), content(entry.path()), kind == "rejects");
            EXPECT_EQ(checking::compare(expected, grade(course_, exercise, request)),
                      checking::Problems{});
        }
    }
    static std::string content(const fs::path& file) {
        std::ifstream in(file);
        return {std::istreambuf_iterator<char>(in), {}};
    }
};

TEST_P(NewOfKind, is_not_written_yet_and_its_solution_passes) {
    const Exercise& exercise = add(GetParam(), "ping_pong");
    EXPECT_EQ(verdict(exercise, GradeRequest::From::exercises), exercise.shipped);
    EXPECT_EQ(verdict(exercise, GradeRequest::From::solutions), Verdict::passed);
    EXPECT_EQ(problems_of(checking::add_tree_jobs, "ping_pong.cpp"), "");
    grade_submissions(exercise, "rejects");
    grade_submissions(exercise, "accepts");
}

INSTANTIATE_TEST_SUITE_P(Kinds, NewOfKind,
                         ::testing::Values("fix", "part", "compile", "predict", "schedule"));

}  // namespace
}  // namespace course
