#include "course/commands/commands.hpp"

#include <nlohmann/json.hpp>
#include <sstream>

#include "course/commands/editor_files.hpp"
#include "course/model/shipped_files.hpp"
#include "course/model/state.hpp"
#include "scratch_course.hpp"
#include "system/process.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;

namespace {

using testing::FullDisk;
using testing::ReadOnly;
using testing::ScratchCourse;
using testing::sentence_of;

class Commands : public ::testing::Test {
  protected:
    Commands() { reload(); }
    void reload() { course_ = load_course(scratch_.path()); }
    State state() const { return load_state(scratch_.path()); }
    void mark(const std::string& id) const {
        update_state(scratch_.path(), [&](State& state) { state.passed.insert(id); });
    }
    // What a command prints.
    template <typename Command>
    std::string printed(Command command, int status = kPassed) const {
        ::testing::internal::CaptureStdout();
        int got = -1;
        try {
            got = command();
        } catch (...) {
            std::fflush(stdout);
            printed_before_throw_ = ::testing::internal::GetCapturedStdout();
            throw;
        }
        std::fflush(stdout);
        EXPECT_EQ(got, status);
        return ::testing::internal::GetCapturedStdout();
    }
    // Below .course/kept; empty if nothing is there.
    std::string kept_text(const std::string& file) const {
        std::error_code none;
        for (const auto& entry :
             std::filesystem::directory_iterator(scratch_.path() / ".course/kept", none)) {
            const auto name = entry.path().lexically_relative(scratch_.path()).string();
            return scratch_.read(name + "/" + file);
        }
        return {};
    }

    ScratchCourse scratch_;
    Course course_;
    mutable std::string printed_before_throw_;
};

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

constexpr const char* kGreet = "exercises/fearless/greet.hpp";

TEST_F(Commands, list_shows_each_exercise_with_its_state) {
    mark("01_first/shout");
    const std::string text = printed([&] { return list(course_, false); });
    EXPECT_TRUE(holds(text, "open    part     greet")) << text;
    EXPECT_TRUE(holds(text, "passed  fix      shout")) << text;
}

TEST_F(Commands, next_names_the_first_open_exercise_until_none_is_left) {
    EXPECT_TRUE(holds(printed([&] { return next(course_); }), "01_first/greet: A greeting"));
    mark("01_first/greet");
    EXPECT_TRUE(holds(printed([&] { return next(course_); }), "01_first/shout: A shout"));
    mark("01_first/shout");
    EXPECT_EQ(printed([&] { return next(course_); }), "Every exercise is done.\n");
}

TEST_F(Commands, next_stays_with_the_open_exercise_that_the_learner_is_on) {
    const auto go_to = [&](const std::string& id) {
        update_state(scratch_.path(), [&](State& state) { state.current = id; });
    };
    go_to("01_first/shout");
    EXPECT_TRUE(holds(printed([&] { return next(course_); }), "01_first/shout: A shout"));
    mark("01_first/shout");
    EXPECT_TRUE(holds(printed([&] { return next(course_); }), "01_first/greet: A greeting"));
}

TEST_F(Commands, hint_goes_one_level_further_each_time_and_stays_at_the_last) {
    for (const char* text :
         {"1 of 3 for 01_first/greet:\nfirst\n", "2 of 3 for 01_first/greet:\nsecond\n",
          "3 of 3 for 01_first/greet:\nthird\n", "3 of 3 for 01_first/greet:\nthird\n"}) {
        EXPECT_EQ(printed([&] { return hint(course_, "greet"); }), std::string("Hint ") + text);
    }
    EXPECT_EQ(state().hints.at("01_first/greet"), 3);
}

TEST_F(Commands, a_hint_is_shown_even_where_it_cannot_be_remembered) {
    const ReadOnly locked(scratch_.path());
    const std::string sentence =
        sentence_of([&] { printed([&] { return hint(course_, "greet"); }); }, kBrokenEnvironment);
    EXPECT_TRUE(holds(sentence, "your progress could not be saved")) << sentence;
    EXPECT_TRUE(holds(printed_before_throw_, "first"));
}

TEST_F(Commands, reset_gives_the_shipped_text_back_and_keeps_the_learners) {
    scratch_.record_checksums();
    keep_pristine(course_);
    scratch_.write(kGreet, "// mine\n");
    EXPECT_FALSE(untouched(course_, course_.exercise("greet")));
    mark("01_first/greet");
    const std::string text = printed([&] { return reset(course_, "greet", true); });
    EXPECT_EQ(scratch_.read(kGreet), "// to be written\n");
    EXPECT_TRUE(untouched(course_, course_.exercise("greet")));
    EXPECT_TRUE(holds(text, ".course/kept/")) << text;
    EXPECT_EQ(kept_text(kGreet), "// mine\n");
    EXPECT_FALSE(state().passed.contains("01_first/greet"));
}

TEST_F(Commands, reset_finds_the_shipped_text_in_the_history_of_git) {
    scratch_.record_checksums();
    const std::string git = "cd '" + scratch_.path().string() +
                            "' && git init -q . && git add -A && git -c user.name=t "
                            "-c user.email=t@t commit -qm shipped";
    ASSERT_EQ(std::system(git.c_str()), 0);
    scratch_.write(kGreet, "// mine\n");
    printed([&] { return reset(course_, "greet", true); });
    EXPECT_EQ(scratch_.read(kGreet), "// to be written\n");
}

TEST_F(Commands, reset_changes_nothing_where_the_shipped_text_is_not_to_be_found) {
    scratch_.record_checksums();
    scratch_.write(kGreet, "// mine\n");
    const std::string sentence =
        sentence_of([&] { reset(course_, "greet", true); }, kBrokenEnvironment);
    EXPECT_TRUE(holds(sentence, "nothing was changed")) << sentence;
    EXPECT_EQ(scratch_.read(kGreet), "// mine\n");
}

TEST_F(Commands, reset_brings_a_lost_file_back) {
    keep_pristine(course_);
    std::filesystem::remove(scratch_.path() / kGreet);
    printed([&] { return reset(course_, "greet", true); });
    EXPECT_EQ(scratch_.read(kGreet), "// to be written\n");
}

TEST_F(Commands, reset_without_a_terminal_needs_to_be_told_yes) {
    scratch_.write(kGreet, "// mine\n");
    EXPECT_TRUE(holds(sentence_of([&] { reset(course_, "greet", false); }, kBadUsage), "--yes"));
    EXPECT_EQ(scratch_.read(kGreet), "// mine\n");
}

TEST_F(Commands, reset_on_a_full_disk_leaves_the_learners_text) {
    keep_pristine(course_);
    const std::string mine(100, 'm');
    scratch_.write(kGreet, mine);
    {
        const FullDisk disk(50);
        sentence_of([&] { printed([&] { return reset(course_, "greet", true); }); },
                    kBrokenEnvironment);
    }
    EXPECT_EQ(scratch_.read(kGreet), mine);
}

TEST_F(Commands, reset_in_a_read_only_tree_leaves_the_learners_text) {
    keep_pristine(course_);
    scratch_.write(kGreet, "// mine\n");
    const ReadOnly locked(scratch_.path());
    const std::string sentence =
        sentence_of([&] { reset(course_, "greet", true); }, kBrokenEnvironment);
    EXPECT_TRUE(holds(sentence, "Permission denied")) << sentence;
    EXPECT_EQ(scratch_.read(kGreet), "// mine\n");
}

TEST_F(Commands, reset_that_cannot_be_remembered_says_where_the_learners_text_is) {
    keep_pristine(course_);
    scratch_.write(kGreet, "// mine\n");
    scratch_.write(".course/state", "damaged\n");
    const std::string sentence =
        sentence_of([&] { reset(course_, "greet", true); }, kBrokenEnvironment);
    EXPECT_TRUE(holds(sentence, "is in .course/kept/")) << sentence;
    EXPECT_TRUE(holds(sentence, "this line is damaged")) << sentence;
    EXPECT_EQ(scratch_.read(kGreet), "// to be written\n");
    EXPECT_EQ(kept_text(kGreet), "// mine\n");
}

TEST_F(Commands, solution_is_shown_only_after_success) {
    const std::string sentence = sentence_of([&] { solution(course_, "greet"); }, kNotPassed);
    EXPECT_TRUE(holds(sentence, "once your own has passed")) << sentence;
    mark("01_first/greet");
    EXPECT_TRUE(holds(printed([&] { return solution(course_, "greet"); }), "// hello\n"));
}

TEST_F(Commands, lend_puts_the_reference_in_place_and_marks_it_as_lent) {
    scratch_.write(kGreet, "// mine\n");
    mark("01_first/greet");
    printed([&] { return lend(course_, "greet"); });
    EXPECT_EQ(scratch_.read(kGreet), "// hello\n");
    EXPECT_EQ(kept_text(kGreet), "// mine\n");
    EXPECT_TRUE(state().lent.contains("01_first/greet"));
    EXPECT_FALSE(state().passed.contains("01_first/greet"));
}

TEST_F(Commands, only_parts_are_lent) {
    EXPECT_TRUE(holds(sentence_of([&] { lend(course_, "shout"); }, kBadUsage), "only parts"));
}

TEST_F(Commands, tampered_files_are_those_that_the_verdict_rests_on) {
    const Exercise& shout = course_.exercise("shout");
    EXPECT_TRUE(tampered_files(course_, shout).empty()) << "nothing is on record";
    scratch_.write("tests/01_first/shared.hpp", "// of the tests of this lesson\n");
    scratch_.record_checksums();
    EXPECT_TRUE(tampered_files(course_, shout).empty());
    scratch_.write("exercises/01_first/shout.cpp", "// mine\n");
    EXPECT_TRUE(tampered_files(course_, shout).empty()) << "the learner's file is the learner's";
    scratch_.write("tests/01_first/shared.hpp", "// changed\n");
    scratch_.write("tests/kit/probe.hpp", "// changed\n");
    scratch_.write("solutions/fearless/greet.hpp", "// changed\n");
    std::filesystem::remove(scratch_.path() / "tests/01_first/shout.cpp");
    scratch_.write("tests/01_first/greet.cpp", "// of another exercise\n");
    const std::vector<std::string> expected = {"tests/01_first/shout.cpp",
                                               "tests/01_first/shared.hpp", "tests/kit/probe.hpp",
                                               "solutions/fearless/greet.hpp"};
    EXPECT_EQ(tampered_files(course_, shout), expected);
}

TEST_F(Commands, without_a_record_a_file_is_untouched_while_it_is_as_first_seen) {
    const Exercise& greet = course_.exercise("greet");
    EXPECT_TRUE(untouched(course_, greet));
    scratch_.write(kGreet, "// mine\n");
    EXPECT_FALSE(untouched(course_, greet));
    scratch_.write(kGreet, "// to be written\n");
    EXPECT_TRUE(untouched(course_, greet));
}

TEST_F(Commands, run_names_the_demos_that_there_are) {
    EXPECT_TRUE(
        holds(sentence_of([&] { run_demo(course_, "1/helo"); }, kBadUsage), "did you mean hello?"));
    EXPECT_TRUE(holds(sentence_of([&] { run_demo(course_, "hello"); }, kBadUsage), "LESSON/DEMO"));
}

TEST_F(Commands, quiz_reveals_after_each_answer_and_counts) {
    std::istringstream in("b\n\nx\n2\n");
    std::ostringstream out;
    EXPECT_EQ(quiz(course_, "1", in, out), kNotPassed);
    EXPECT_TRUE(holds(out.str(), "Right: b. It says so.")) << out.str();
    EXPECT_TRUE(holds(out.str(), "No, it is a. Nobody starts another.")) << out.str();
    EXPECT_TRUE(holds(out.str(), "1 of 2 right.")) << out.str();
}

TEST_F(Commands, quiz_shows_the_program_that_it_asks_about) {
    std::istringstream in("");
    std::ostringstream out;
    quiz(course_, "1", in, out);
    EXPECT_TRUE(holds(out.str(), "/demos/hello.cpp\n    int main")) << out.str();
    EXPECT_FALSE(holds(out.str(), "#include")) << out.str();
}

TEST_F(Commands, quiz_shows_no_program_that_turns_its_lines_around) {
    const std::string demo = "lessons/01_first/demos/hello.cpp";
    scratch_.write(demo, "int main() {}  // \u202edias\n");
    std::istringstream in("");
    std::ostringstream out;
    quiz(course_, "1", in, out);
    EXPECT_TRUE(holds(out.str(), "int main() {}  // \\u202edias")) << out.str();
    EXPECT_FALSE(holds(out.str(), "\u202e"));
}

TEST_F(Commands, quiz_with_every_answer_right_passes) {
    std::istringstream in("b\na\n");
    std::ostringstream out;
    EXPECT_EQ(quiz(course_, "1", in, out), kPassed) << out.str();
}

TEST_F(Commands, quiz_ends_with_its_input_and_reveals_nothing_uncommitted) {
    std::istringstream in("");
    std::ostringstream out;
    EXPECT_EQ(quiz(course_, "1", in, out), kNotPassed);
    EXPECT_TRUE(holds(out.str(), "0 of 2 right, 2 not answered.")) << out.str();
    EXPECT_FALSE(holds(out.str(), "It says so"));
}

TEST_F(Commands, quiz_whose_program_prints_no_choice_is_told) {
    scratch_.edit_manifest("\"hello\\n\"", "\"hallo\\n\"");
    reload();
    std::istringstream in("a\n");
    std::ostringstream out;
    const std::string sentence =
        sentence_of([&] { quiz(course_, "1", in, out); }, kBrokenEnvironment);
    EXPECT_TRUE(holds(sentence, "no choice")) << sentence;
}

TEST_F(Commands, editor_files_name_every_file_once_and_are_written_only_if_changed) {
    write_editor_files(course_);
    const auto entries = nlohmann::json::parse(scratch_.read("compile_commands.json"));
    std::set<std::string> files;
    for (const auto& entry : entries) {
        EXPECT_TRUE(files.insert(entry["file"]).second) << entry["file"];
        EXPECT_TRUE(std::filesystem::exists(entry["file"].get<std::string>()));
    }
    for (const char* file : {kGreet, "exercises/01_first/shout.cpp", "tests/01_first/greet.cpp",
                             "lessons/01_first/demos/hello.cpp"}) {
        EXPECT_TRUE(files.contains((scratch_.path() / file).string())) << file;
    }
    const auto written = std::filesystem::last_write_time(scratch_.path() / ".clangd");
    scratch_.write(".clangd", scratch_.read(".clangd"));
    std::filesystem::last_write_time(scratch_.path() / ".clangd", written);
    write_editor_files(course_);
    EXPECT_EQ(std::filesystem::last_write_time(scratch_.path() / ".clangd"), written);
}

TEST_F(Commands, a_clangd_file_of_somebody_else_is_left_alone) {
    scratch_.write(".clangd", "# mine\n");
    write_editor_files(course_);
    EXPECT_EQ(scratch_.read(".clangd"), "# mine\n");
}

// The program itself, as a script calls it.
class CommandLine : public ::testing::Test {
  protected:
    ProcessEnd call(std::vector<std::string> words) const {
        const char* program = std::getenv("COURSE_BINARY");
        EXPECT_NE(program, nullptr);
        ProcessSpec spec;
        spec.argv = {program ? program : "course"};
        spec.argv.insert(spec.argv.end(), words.begin(), words.end());
        spec.environment = {"COURSE_ROOT=" + scratch_.path().string()};
        spec.directory = scratch_.path();
        return run(spec);
    }
    void expect_refused(const std::vector<std::string>& words, int status,
                        const std::string& part) const {
        const ProcessEnd end = call(words);
        EXPECT_EQ(end.status, status) << end.output;
        EXPECT_TRUE(holds(end.output, part)) << end.output;
        EXPECT_EQ(std::ranges::count(end.output, '\n'), 1) << end.output;
    }
    void make_gradable() const {
        for (const std::string name : {"greet", "shout"}) {
            scratch_.write(
                "tests/01_first/" + name + ".cpp",
                "#include \"" +
                    std::string(name == "greet" ? "fearless/greet.hpp" : "01_first/shout.cpp") +
                    "\"\n#include <gtest/gtest.h>\n"
                    "TEST(Answer, is_right) { EXPECT_EQ(answer(), 42); }\n");
        }
        for (const std::string tree : {"exercises", "solutions"}) {
            const std::string text = "inline int answer() { return " +
                                     std::string(tree == "solutions" ? "42" : "41") + "; }\n";
            scratch_.write(tree + "/fearless/greet.hpp", "#pragma once\n" + text);
            scratch_.write(tree + "/01_first/shout.cpp", text);
        }
    }

    ScratchCourse scratch_;
};

TEST_F(CommandLine, help_names_what_there_is_and_nothing_that_is_still_to_come) {
    const ProcessEnd end = call({"--help"});
    EXPECT_EQ(end.status, 0);
    for (const char* command :
         {"list", "next", "open", "run", "hint", "reset", "solution", "lend", "check", "quiz",
          "doctor", "bench", "selfcheck", "interleave", "explore", "play", "new", "docs"}) {
        EXPECT_TRUE(holds(end.output, "\n  " + std::string(command) + " ")) << command;
    }
    for (const char* command : {"agent", "grade"}) {
        EXPECT_FALSE(holds(end.output, "\n  " + std::string(command) + " ")) << command;
    }
}

TEST_F(CommandLine, bad_usage_is_one_sentence_and_status_2) {
    expect_refused({"chekc"}, 2, "there is no command \"chekc\"; did you mean check?");
    expect_refused({"greet"}, 2, "there is no command \"greet\"; did you mean \"check greet\"?");
    expect_refused({"check"}, 2, "--all");
    expect_refused({"check", "gret"}, 2, "did you mean greet?");
    expect_refused({"check", "greet", "--from", "elsewhere"}, 2, "--from");
    expect_refused({"check", "greet", "--jsn", "x"}, 2, "--jsn");
    expect_refused({"check", "greet", "--json", "-", "--junit", "-"}, 2, "standard output");
    expect_refused({"check", "greet", "--json", "."}, 2, "is a folder");
    expect_refused({"check", "--all", "--submission", "README"}, 2, "is no folder");
    expect_refused({"quiz", "9"}, 2, "there is no lesson \"9\"");
    expect_refused({"reset", "greet"}, 2, "--yes");
    expect_refused({"check", "\u202eteerg"}, 2, "\\u202eteerg");
    for (const char* command : {"check", "hint", "open", "solution"}) {
        expect_refused({command, "01_first"}, 2,
                       "\"01_first\" is a lesson; its exercises are greet and shout.");
    }
    expect_refused({"quiz", "shout"}, 2, "\"shout\" is an exercise of the lesson 01_first");
}

TEST_F(CommandLine, a_report_is_refused_before_the_work_where_it_cannot_be_written) {
    make_gradable();
    const std::string long_name(300, 'a');
    fs::create_symlink("loop.json", scratch_.path() / "loop.json");
    for (const char* option : {"--json", "--junit", "--gradescope", "--classroom"}) {
        expect_refused({"check", "greet", option, "none/x.json"}, 2, "there is no folder none");
    }
    for (const char* option : {"--json", "--html", "--trace"}) {
        expect_refused({"explore", "greet", option, "none/x"}, 2, "there is no folder none");
        expect_refused({"explore", "greet", option, "."}, 2, "is a folder");
    }
    expect_refused({"check", "greet", "--json", "loop.json"}, 2, "Too many levels");
    expect_refused({"check", "greet", "--json", long_name}, 2, "File name too long");
    EXPECT_FALSE(scratch_.has("none"));
}

TEST_F(CommandLine, a_submission_that_cannot_be_read_is_one_sentence_and_status_2) {
    scratch_.write("empty.hpp", " \n");
    scratch_.write("binary.hpp", std::string("ELF\0\1\2", 6));
    std::filesystem::create_directories(scratch_.path() / "folder");
    expect_refused({"check", "greet", "--submission", "none.hpp"}, 2, "none.hpp does not exist");
    expect_refused({"check", "greet", "--submission", "empty.hpp"}, 2, "empty.hpp is empty");
    expect_refused({"check", "greet", "--submission", "binary.hpp"}, 2, "binary.hpp is not text");
    expect_refused({"check", "greet", "--submission", "folder"}, 2, "greet.hpp does not exist");
    expect_refused({"check", "greet", "--submission", "/dev/null"}, 2, "not a regular file");
    fs::create_symlink("loop.hpp", scratch_.path() / "loop.hpp");
    fs::create_directories(scratch_.path() / "looped");
    fs::create_symlink("exercises", scratch_.path() / "looped/exercises");
    expect_refused({"check", "greet", "--submission", "loop.hpp"}, 2, "Too many levels");
    expect_refused({"check", "greet", "--submission", "looped"}, 2, "greet.hpp does not exist");
    expect_refused({"check", "greet", "--submission", std::string(300, 'a')}, 2,
                   "File name too long");
    expect_refused({"check", "greet", "--submission", std::string(250, 'a')}, 2, "does not exist");
}

TEST_F(CommandLine, a_submission_may_have_the_longest_name_that_a_file_can_have) {
    make_gradable();
    const std::string name = std::string(251, 'a') + ".hpp";
    scratch_.write(name, scratch_.read("solutions/fearless/greet.hpp"));
    EXPECT_EQ(call({"check", "greet", "--submission", name}).status, 0);
}

TEST_F(CommandLine, an_overlay_that_cannot_be_laid_is_one_sentence_and_status_2) {
    make_gradable();
    scratch_.write(
        "solutions/fearless/greet.hpp",
        "#pragma once\ninline int answer() {\n// [answer]\nreturn 42;\n// [answer]\n}\n");
    const auto expect = [&](const std::string& text, int status, const std::string& part) {
        scratch_.write("mine.hpp", text);
        if (status == 2)
            expect_refused({"check", "greet", "--submission", "mine.hpp"}, status, part);
        else
            EXPECT_EQ(call({"check", "greet", "--submission", "mine.hpp"}).status, status);
    };
    expect("// [answer]\nreturn 6 * 7;\n// [answer]\n", 0, "");
    expect("// [answer]\nreturn 6 + 7;\n// [answer]\n", 1, "");
    expect("// [anwser]\nreturn 42;\n// [anwser]\n", 2,
           "mine.hpp: solutions/fearless/greet.hpp has no region [anwser]; it has answer.");
    expect("// [answer]\nreturn 42;\n", 2, "mine.hpp: region [answer] is never closed.");
    expect("// [answer]\n// [answer]\n// [answer]\n// [answer]\n", 2,
           "mine.hpp: region [answer] is opened twice.");
    scratch_.write("mine.hpp", "// [answer]\nreturn 42;\n// [answer]\n");
    EXPECT_EQ(call({"check", "greet", "--submission", "mine.hpp", "--gradescope", "-"}).status, 1)
        << "who is graded for it wrote all of it";
}

TEST_F(CommandLine, open_finds_an_editor_that_nobody_has_named) {
    scratch_.write("bin/editor", "#!/bin/sh\necho \"editing $*\"\n");
    fs::permissions(scratch_.path() / "bin/editor", fs::perms::owner_all);
    ProcessSpec spec;
    spec.argv = {std::getenv("COURSE_BINARY"), "open", "greet"};
    spec.environment = {"COURSE_ROOT=" + scratch_.path().string(),
                        "VISUAL=", "EDITOR=", "TERM_PROGRAM=",
                        "PATH=" + (scratch_.path() / "bin").string() + ":/usr/bin:/bin"};
    const ProcessEnd end = run(spec);
    EXPECT_EQ(end.output, "editing " + (scratch_.path() / kGreet).string() + "\n");
    EXPECT_EQ(end.status, 0);
}

TEST_F(CommandLine, an_exercise_file_that_is_gone_is_one_sentence_with_the_cure) {
    scratch_.record_checksums();
    std::filesystem::remove(scratch_.path() / kGreet);
    expect_refused({"check", "greet"}, 2, "\"./course reset 01_first/greet\"");
}

TEST_F(CommandLine, a_broken_course_is_one_sentence_and_status_3) {
    scratch_.edit_manifest("minutes = 10", "minuts = 10");
    expect_refused({"list"}, 3, "lessons/01_first/lesson.toml:");
    std::filesystem::remove_all(scratch_.path() / "lessons");
    expect_refused({"list"}, 3, "COURSE_ROOT is");
}

TEST_F(CommandLine, a_verdict_sets_the_status_and_the_learners_success_is_remembered) {
    make_gradable();
    EXPECT_EQ(call({"check", "greet"}).status, 1);
    EXPECT_EQ(call({"check", "greet", "--from", "solutions"}).status, 0);
    EXPECT_EQ(call({"check", "greet", "--submission", "solutions/fearless/greet.hpp"}).status, 0);
    EXPECT_TRUE(load_state(scratch_.path()).passed.empty()) << "not the learner's own";
    scratch_.write(kGreet, scratch_.read("solutions/fearless/greet.hpp"));
    EXPECT_EQ(call({"check", "greet"}).status, 0);
    EXPECT_TRUE(load_state(scratch_.path()).passed.contains("01_first/greet"));
}

TEST_F(CommandLine, all_writes_every_report_and_goes_on_past_a_broken_file) {
    make_gradable();
    scratch_.write("exercises/01_first/shout.cpp", "");
    const ProcessEnd end = call({"check", "--all", "--json", "-", "--junit", "junit.xml",
                                 "--gradescope", "results.json", "--classroom", "classroom.json"});
    EXPECT_EQ(end.status, 1);
    const auto verdicts = nlohmann::json::parse(end.output);
    ASSERT_EQ(verdicts.size(), 2u);
    EXPECT_EQ(verdicts[0]["verdict"], "wrong_result");
    EXPECT_EQ(verdicts[1]["verdict"], "compile_error");
    EXPECT_TRUE(holds(verdicts[1]["message"], "shout.cpp is empty"));
    EXPECT_EQ(nlohmann::json::parse(scratch_.read("results.json"))["tests"].size(), 2u);
    EXPECT_EQ(nlohmann::json::parse(scratch_.read("classroom.json"))["max_score"], 3);
    EXPECT_TRUE(holds(scratch_.read("junit.xml"), "</testsuites>"));
}

// The first child of the process that runs a graded program; 0 while there is none.
pid_t graded_program_of(pid_t pid) {
    const fs::path tasks = "/proc/" + std::to_string(pid) + "/task";
    for (const auto& task : fs::directory_iterator(tasks)) {
        std::ifstream children(task.path() / "children");
        for (pid_t child = 0; children >> child;) {
            std::string name;
            std::ifstream comm("/proc/" + std::to_string(child) + "/comm");
            if (std::getline(comm, name) && name == "test") return child;
        }
    }
    return 0;
}

TEST_F(CommandLine, a_signal_ends_the_check_and_leaves_nothing_behind) {
    make_gradable();
    scratch_.write(kGreet,
                   "#pragma once\n#include <thread>\n"
                   "inline int answer() { for (;;) std::this_thread::yield(); }\n");
    ProcessSpec spec;
    spec.argv = {std::getenv("COURSE_BINARY"), "check", "greet"};
    spec.environment = {"COURSE_ROOT=" + scratch_.path().string()};
    pid_t graded = 0;
    const ProcessEnd end =
        run(spec, {.look =
                       [&](pid_t pid) {
                           if (graded == 0 && (graded = graded_program_of(pid)) != 0)
                               ::kill(pid, SIGTERM);
                           return true;
                       },
                   .before_end = {}});
    ASSERT_NE(graded, 0) << end.output;
    EXPECT_EQ(end.signal, SIGTERM) << end.output;
    EXPECT_EQ(::kill(graded, 0), -1) << "the graded program lives on";
    EXPECT_TRUE(load_state(scratch_.path()).passed.empty());
}

TEST_F(CommandLine, a_report_that_does_not_fit_on_the_disk_is_told_with_status_3) {
    make_gradable();
    const ProcessEnd end = call({"check", "greet", "--from", "solutions", "--json", "/dev/full"});
    EXPECT_EQ(end.status, 3) << end.output;
    EXPECT_TRUE(holds(end.output, "cannot write /dev/full: No space left on device"));
}

}  // namespace
}  // namespace course
