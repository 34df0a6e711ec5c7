// The course as its lesson.toml files describe it. Nothing that stands there is listed twice.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "course/model/verdict.hpp"

namespace course {

// How a test program is built and watched. The names are those of the manifest's `checks`; the
// last two belong to the kinds of exercise that are answered in writing.
enum class EngineKind { native, thread, address, must_not_compile, schedules, predict, schedule };
std::string_view to_string(EngineKind kind);

enum class ExerciseKind { part, fix, compile, predict, schedule };
std::string_view to_string(ExerciseKind kind);

struct Exercise {
    std::string lesson;  // "01_spawn_join"
    std::string name;    // "join_handle"
    ExerciseKind kind{};
    std::string title;
    std::string task;  // what to do, in one or two sentences
    int minutes = 0;
    int points = 1;
    std::vector<std::string>
        files;            // relative to exercises/ and solutions/; the first is "the" file
    std::string program;  // predict, schedule: what the answer is about; never edited
    std::string aim;      // schedule: the outcome that a schedule is wanted for
    std::vector<std::string> requires_;  // ids of parts that this one is built from
    Verdict shipped = Verdict::todo;     // what the untouched exercise gets
    std::vector<EngineKind> checks;      // engines of a plain check, in order
    double cpu_seconds = 3;            // processor time for the whole test program, the last resort
    std::array<std::string, 3> hints;  // from nudge to near-answer
    // The lesson's own sentences: on a verdict, whatever led to it, or on one cause of it.
    std::map<std::pair<Verdict, Cause>, std::string> says;

    std::string id() const { return lesson + "/" + name; }
    // What the lesson says of it; nullptr: nothing. What is not about the learner's code is left to
    // the grader's words, unless the lesson names the cause.
    const std::string* words_on(Verdict verdict, Cause cause) const;
    // Whether the learner writes down an answer about a program, instead of code.
    bool is_about_a_program() const { return !program.empty(); }
    // What decides: tests/01_spawn_join/join_handle.cpp, relative to the root; or the program.
    std::filesystem::path test_source() const;
    // Beside it: the cases that have to be refused, where there are some.
    std::filesystem::path refusals_source() const;
};

struct Demo {
    enum class Output { exact, any_order, interleaved };
    std::string lesson;
    std::string name;    // demos/NAME.cpp; its captured output is demos/NAME.out
    std::string source;  // the program of the articles that it is the counterpart of; may be empty
    EngineKind engine = EngineKind::native;
    Output output = Output::exact;
    std::vector<std::string> streams;        // interleaved: lines that begin so keep their order
    std::vector<std::string> may_lose_tail;  // interleaved: streams that may end early
    bool fails = false;                      // the program is meant to end with a failure
};

struct QuizQuestion {
    std::string question;
    std::string program;  // a demo whose run decides which choice is right; empty: `answer` does
    std::vector<std::string> choices;
    int answer = -1;  // index into choices; -1 with `program`
    std::string reason;
};

struct Lesson {
    std::string id;  // "01_spawn_join"
    std::string title;
    int minutes = 0;
    std::vector<std::string> prerequisites;
    std::vector<std::string> sources;
    std::vector<std::string> given;  // parts of the library that nobody has to write
    std::vector<Demo> demos;
    std::vector<Exercise> exercises;
    std::vector<QuizQuestion> quiz;
};

struct Course {
    std::filesystem::path root;
    std::vector<Lesson> lessons;  // in the order of their numbers

    // The exercise with that id, or with that last part where it is unique.
    // Throws Error(kBadUsage) that suggests the nearest names.
    const Exercise& exercise(std::string_view name) const;
    // "01_spawn_join", "01", "1" or "spawn_join".
    const Lesson& lesson(std::string_view name) const;
    // All exercises, in order.
    std::vector<const Exercise*> exercises() const;
};

// Reads lessons/*/lesson.toml below `root`. Throws Error(kBrokenEnvironment) with file, line and
// what was expected.
Course load_course(const std::filesystem::path& root);

}  // namespace course
