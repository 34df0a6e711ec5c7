#include "course/model/manifest.hpp"

#include <algorithm>

#include "scratch_course.hpp"

namespace course {

using namespace sys;

namespace {

using testing::ScratchCourse;
using testing::sentence_of;

const std::string kFile = "lessons/01_first/lesson.toml:";

std::string mistake(const ScratchCourse& scratch) {
    return sentence_of([&] { load_course(scratch.path()); }, kBrokenEnvironment);
}

TEST(Manifest, gives_everything_that_the_file_says) {
    const ScratchCourse scratch;
    const Course course = load_course(scratch.path());
    ASSERT_EQ(course.lessons.size(), 1u);
    const Lesson& lesson = course.lessons[0];
    EXPECT_EQ(lesson.id, "01_first");
    EXPECT_EQ(lesson.title, "First steps");
    EXPECT_EQ(lesson.minutes, 10);
    EXPECT_EQ(lesson.sources, std::vector<std::string>{"An article"});
    ASSERT_EQ(lesson.demos.size(), 1u);
    EXPECT_EQ(lesson.demos[0].engine, EngineKind::native);
    EXPECT_EQ(lesson.demos[0].output, Demo::Output::exact);
    ASSERT_EQ(lesson.exercises.size(), 2u);
    const Exercise& greet = lesson.exercises[0];
    EXPECT_EQ(greet.id(), "01_first/greet");
    EXPECT_EQ(greet.kind, ExerciseKind::part);
    EXPECT_EQ(greet.points, 2);
    EXPECT_EQ(greet.shipped, Verdict::todo);
    EXPECT_EQ(greet.checks, std::vector{EngineKind::native});
    EXPECT_EQ(greet.hints[2], "third");
    EXPECT_EQ(greet.says.at({Verdict::wrong_result, Cause::none}), "That is no greeting.");
    EXPECT_EQ(greet.test_source(), "tests/01_first/greet.cpp");
    EXPECT_EQ(lesson.exercises[1].requires_, std::vector<std::string>{"01_first/greet"});
    EXPECT_EQ(lesson.exercises[1].shipped, Verdict::wrong_result);
    ASSERT_EQ(lesson.quiz.size(), 2u);
    EXPECT_EQ(lesson.quiz[0].answer, -1);
    EXPECT_EQ(lesson.quiz[1].answer, 0);
}

struct Mistake {
    const char* name;
    std::string_view old_text, new_text;
    std::string_view at;  // stands on the line that must be named
    std::string expected;
};

void PrintTo(const Mistake& mistake, std::ostream* out) {
    *out << mistake.name;
}

// The number of the manifest's first line that holds `text`.
std::string line_of(const ScratchCourse& scratch, std::string_view text) {
    const std::string manifest = scratch.read("lessons/01_first/lesson.toml");
    const auto end = manifest.begin() + static_cast<std::ptrdiff_t>(manifest.find(text));
    return std::to_string(std::count(manifest.begin(), end, '\n') + 1);
}

class ManifestMistake : public ::testing::TestWithParam<Mistake> {};

TEST_P(ManifestMistake, is_told_with_file_line_and_what_was_expected) {
    const ScratchCourse scratch;
    scratch.edit_manifest(GetParam().old_text, GetParam().new_text);
    const std::string sentence = mistake(scratch);
    EXPECT_EQ(sentence.find(kFile + line_of(scratch, GetParam().at) + ": "), 0u) << sentence;
    EXPECT_NE(sentence.find(GetParam().expected), std::string::npos) << sentence;
    EXPECT_EQ(sentence.find('\n'), std::string::npos) << sentence;
}

INSTANTIATE_TEST_SUITE_P(
    , ManifestMistake,
    ::testing::Values(
        Mistake{"unknown_key", "minutes = 10", "minutes = 10\nminuts = 3", "minuts",
                "unknown key \"minuts\" in the lesson; did you mean minutes?"},
        Mistake{"key_of_an_exercise", "task = \"Say hello.\"",
                "task = \"Say hello.\"\nhint = [\"a\"]", "hint =", "did you mean hints?"},
        Mistake{"wrong_type", "minutes = 10", "minutes = \"ten\"", "\"ten\"",
                "\"minutes\" is a text; expected a whole number"},
        Mistake{"too_small", "minutes = 10", "minutes = 0", "minutes = 0", "at least 1"},
        Mistake{"text_as_number", "title = \"First steps\"", "title = 1", "title = 1",
                "expected a text"},
        Mistake{"list_as_text", "files = [\"fearless/greet.hpp\"]",
                "files = \"fearless/greet.hpp\"", "files =", "expected a list of texts"},
        Mistake{"missing", "title = \"A greeting\"\n", "", "[[exercise]]",
                "\"title\" is missing in [[exercise]]"},
        Mistake{"kind", "kind = \"part\"", "kind = \"port\"", "port",
                "unknown kind \"port\"; expected part, fix, compile, predict or schedule"},
        Mistake{"schedule_without_aim", "kind = \"part\"", "kind = \"schedule\"", "[[exercise]]",
                "\"aim\" is missing in [[exercise]]"},
        Mistake{"program_that_is_not_there", "kind = \"part\"", "kind = \"predict\"",
                "name = \"greet\"", "there is no file exercises/01_first/greet.cpp"},
        Mistake{"engine_of_a_kind", "checks = [\"native\"]", "checks = [\"predict\"]", "predict",
                "unknown engine \"predict\""},
        Mistake{"engine", "checks = [\"native\"]", "checks = [\"naive\"]", "naive",
                "unknown engine \"naive\"; expected native, thread, address, must_not_compile or "
                "schedules"},
        Mistake{"no_engine", "checks = [\"native\"]", "checks = []", "checks = []",
                "\"checks\" is empty"},
        Mistake{"verdict", "shipped = \"wrong_result\"", "shipped = \"wrong_resutl\"", "resutl",
                "unknown verdict \"wrong_resutl\"; did you mean wrong_result?"},
        Mistake{"verdict_that_is_said", "wrong_result = \"That", "wrong = \"That",
                "[exercise.says]", "unknown verdict \"wrong\""},
        Mistake{"cause_that_is_said", "wrong_result = \"That", "crash.abrt = \"That",
                "[exercise.says]", "unknown cause \"abrt\" of crash; did you mean abort?"},
        Mistake{"cause_of_what_has_none", "wrong_result = \"That", "leak.abort = \"That",
                "[exercise.says]",
                "unknown cause \"abort\" of leak; expected a text for the verdict itself"},
        Mistake{"number_that_is_said", "wrong_result = \"That is no greeting.\"", "crash.abort = 3",
                "crash.abort", "expected a text"},
        Mistake{"two_hints", "[\"first\", \"second\", \"third\"]", "[\"first\", \"second\"]",
                "hints =", "\"hints\" holds 2; expected three"},
        Mistake{"file_that_is_not_there", "01_first/shout.cpp", "01_first/sh.cpp", "sh.cpp",
                "there is no file exercises/01_first/sh.cpp"},
        Mistake{"file_outside", "01_first/shout.cpp", "../shout.cpp", "../", "not a plain path"},
        Mistake{"demo_that_is_not_there", "name = \"hello\"", "name = \"hallo\"", "hallo",
                "there is no file lessons/01_first/demos/hallo.cpp"},
        Mistake{"must_not_compile_file", "checks = [\"native\"]",
                "checks = [\"native\", \"must_not_compile\"]", "must_not_compile",
                "there is no file tests/01_first/greet.must_not_compile.cpp"},
        Mistake{"name", "name = \"shout\"", "name = \"Shout\"", "\"Shout\"", "lower-case letters"},
        Mistake{"requires", "requires = [\"01_first/greet\"]", "requires = [\"01_first/great\"]",
                "great", "did you mean 01_first/greet?"},
        Mistake{"requires_itself", "requires = []", "requires = [\"01_first/greet\"]",
                "01_first/greet", "no part before it"},
        Mistake{"prerequisite", "prerequisites = []", "prerequisites = [\"00_none\"]", "00_none",
                "no earlier lesson"},
        Mistake{"streams_without_interleaving", "source = \"S1: hello\"", "streams = [\"a\"]",
                "streams", "needs output = \"interleaved\""},
        Mistake{"quiz_program", "program = \"hello\"", "program = \"helo\"", "helo",
                "there is no demo \"helo\" in this lesson; did you mean hello?"},
        Mistake{"quiz_answer_beside_program", "reason = \"It says so.\"",
                "reason = \"It says so.\"\nanswer = 1", "answer = 1",
                "the run of the program decides"},
        Mistake{"quiz_answer_out_of_range", "answer = 0", "answer = 2", "answer = 2",
                "expected 0 to 1"},
        Mistake{"not_toml", "minutes = 10", "minutes = = 10", "= =", "not valid TOML"}),
    [](const auto& info) { return info.param.name; });

TEST(Manifest, a_second_exercise_of_the_same_name_is_told) {
    const ScratchCourse scratch;
    scratch.edit_manifest("name = \"shout\"", "name = \"greet\" # again");
    const std::string sentence = mistake(scratch);
    EXPECT_NE(sentence.find("\"greet\" is there twice"), std::string::npos) << sentence;
    EXPECT_EQ(sentence.find(kFile + line_of(scratch, "# again")), 0u) << sentence;
}

TEST(Manifest, a_file_that_was_shipped_and_is_gone_is_no_mistake_of_the_manifest) {
    const ScratchCourse scratch;
    scratch.record_checksums();
    std::filesystem::remove(scratch.path() / "exercises/01_first/shout.cpp");
    std::filesystem::remove(scratch.path() / "tests/01_first/greet.cpp");
    EXPECT_EQ(load_course(scratch.path()).exercises().size(), 2u);
}

TEST(Manifest, a_course_without_lessons_is_told) {
    const testing::ScratchFolder scratch;
    std::filesystem::create_directories(scratch.path() / "lessons");
    const std::string sentence =
        sentence_of([&] { load_course(scratch.path()); }, kBrokenEnvironment);
    EXPECT_NE(sentence.find("expected lessons/NN_topic/lesson.toml"), std::string::npos);
}

TEST(Course, finds_an_exercise_by_id_and_by_its_last_part) {
    const ScratchCourse scratch;
    const Course course = load_course(scratch.path());
    EXPECT_EQ(course.exercise("01_first/shout").name, "shout");
    EXPECT_EQ(course.exercise("shout").id(), "01_first/shout");
}

TEST(Course, suggests_the_nearest_names) {
    const ScratchCourse scratch;
    const Course course = load_course(scratch.path());
    EXPECT_EQ(sentence_of([&] { course.exercise("shuot"); }, kBadUsage),
              "there is no exercise \"shuot\"; did you mean shout?");
    EXPECT_EQ(sentence_of([&] { course.exercise("01_first/gret"); }, kBadUsage),
              "there is no exercise \"01_first/gret\"; did you mean 01_first/greet?");
    EXPECT_EQ(sentence_of([&] { course.exercise("zzzzzzzz"); }, kBadUsage),
              "there is no exercise \"zzzzzzzz\"; \"./course list\" shows them all.");
    EXPECT_EQ(sentence_of([&] { course.lesson("frist"); }, kBadUsage),
              "there is no lesson \"frist\"; did you mean first?");
}

TEST(Course, asks_which_one_where_a_name_is_in_two_lessons) {
    const ScratchCourse scratch;
    scratch.write("lessons/02_second/lesson.toml", testing::kManifest);
    scratch.write("lessons/02_second/demos/hello.cpp", "int main() {}\n");
    scratch.write("tests/02_second/greet.cpp", "//\n");
    scratch.write("tests/02_second/shout.cpp", "//\n");
    const Course course = load_course(scratch.path());
    EXPECT_EQ(sentence_of([&] { course.exercise("greet"); }, kBadUsage),
              "\"greet\" could be 01_first/greet or 02_second/greet; say which one.");
}

TEST(Course, finds_a_lesson_by_id_number_and_topic) {
    const ScratchCourse scratch;
    const Course course = load_course(scratch.path());
    for (const char* name : {"01_first", "01", "1", "first"}) {
        EXPECT_EQ(course.lesson(name).id, "01_first") << name;
    }
}

TEST(Verdict, every_name_leads_back_to_its_verdict) {
    for (int i = 0; i <= static_cast<int>(Verdict::tampered); ++i) {
        const auto verdict = static_cast<Verdict>(i);
        EXPECT_EQ(verdict_from(to_string(verdict)), verdict);
    }
    EXPECT_EQ(verdict_from("fine"), std::nullopt);
    EXPECT_EQ(to_string(Verdict::lost_wakeup), "lost_wakeup");
}

TEST(Verdict, the_name_of_a_test_reads_as_a_promise) {
    EXPECT_EQ(promise("JoinHandle.join_gives_back_what_the_thread_returned"),
              "join gives back what the thread returned");
}

}  // namespace
}  // namespace course
