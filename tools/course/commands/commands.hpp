// The plain commands: each does its work, prints and returns the exit status.
// All throw Error for what they cannot do.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "course/model/manifest.hpp"

namespace course {

int list(const Course& course, bool json);
int next(const Course& course);

// Hands this process over to the learner's editor; returns only by throwing.
int open_in_editor(const Course& course, std::string_view name);

// Builds LESSON/DEMO from the learner's parts and hands this process over to it.
int run_demo(const Course& course, std::string_view name);

// Builds the documentation site, says where it is, and on a desktop hands this process over to what
// shows it.
int docs(const std::filesystem::path& root);

// Builds the explorer of interleavings and hands this process over to it.
int interleave(const std::vector<std::string>& arguments);

// The next of the three hints.
int hint(const Course& course, std::string_view name);

// Asks on a terminal; elsewhere `yes` must be set.
int reset(const Course& course, std::string_view name, bool yes);

// Writes the skeletons of an exercise `id`, LESSON/NAME, of that kind: all of them or none.
int add_exercise(const Course& course, const std::string& kind, const std::string& id);

int solution(const Course& course, std::string_view name);
int lend(const Course& course, std::string_view name);

// Each question: predict, commit, reveal. Returns kPassed if every answer was right.
int quiz(const Course& course, std::string_view lesson, std::istream& in, std::ostream& out);

struct CheckOptions {
    std::string name;  // empty with `all`
    bool all = false;
    bool from_solutions = false;
    std::filesystem::path submission;  // empty: none
    bool thorough = false;
    std::string json, junit, gradescope, classroom;  // where to; "-" is the standard output
    int progress = -1;  // the descriptor in which the watch screen is told of the preparation
};
int check(const Course& course, const CheckOptions& options);

struct PlayOptions {
    std::string name;
    std::string test;  // which of the explored tests; empty: the first
    bool from_solutions = false;
};
// The learner chooses whose turn it is, on a terminal or line by line. Returns kPassed if that led
// to what was wanted.
int play(const Course& course, const PlayOptions& options);

struct ExploreOptions {
    std::string name;
    bool from_solutions = false;
    std::filesystem::path submission;  // empty: none
    int bound = -1;                    // preemptions; -1: whatever the explorer finds best
    std::uint64_t seed = 1;
    std::string schedule;           // a token: this one schedule only
    std::string html, trace, json;  // where to
};
// Runs the explored tests of an exercise under every schedule and draws what fails.
int explore(const Course& course, const ExploreOptions& options);

}  // namespace course
