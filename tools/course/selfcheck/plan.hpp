// What one run of selfcheck covers, and the kinds of jobs that it is made of.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "course/model/manifest.hpp"
#include "course/selfcheck/cost.hpp"
#include "course/selfcheck/job.hpp"

namespace course::checking {

struct Plan {
    const Course& course;
    bool quick = false;
    bool all = false;   // everything with each compiler, and right answers under every engine
    int repeat = 1;     // more: only what is graded, each run that often
    bool whole = true;  // no lesson was named: the project's own files are checked too
    std::vector<const Lesson*> lessons = {};
    std::vector<std::string> toolchains = {};               // "gcc", "clang"
    std::shared_ptr<Cost> cost = std::make_shared<Cost>();  // what the jobs add to
    std::filesystem::path exercises = {};                   // the tree as it was shipped
    std::filesystem::path scratch = {};  // for whatever a job writes; each its own folder in it

    // The compiler that learners have.
    const std::string& learners() const { return toolchains.back(); }
};

// A folder of its own below plan.scratch, empty.
std::filesystem::path scratch_folder(const Plan& plan, const std::string& name);

// The exercises as they were shipped: the learner's tree where nothing in it has changed, else a
// copy below `scratch`. Throws Error(kBrokenEnvironment) if a shipped text cannot be found.
std::filesystem::path shipped_exercises(const Course& course, const std::filesystem::path& scratch);

// The path as messages and commands show it: relative to the root.
std::string shown(const Plan& plan, const std::filesystem::path& path);

using Jobs = std::vector<Job>;

void add_grading_jobs(const Plan& plan, Jobs& jobs);   // stubs, solutions, rejects, accepts
void add_demo_jobs(const Plan& plan, Jobs& jobs);      // what the demos print
void add_page_jobs(const Plan& plan, Jobs& jobs);      // lesson pages and reviews
void add_tree_jobs(const Plan& plan, Jobs& jobs);      // exercises/ beside solutions/
void add_manifest_jobs(const Plan& plan, Jobs& jobs);  // nothing is missing, nothing left over
void add_skeleton_jobs(const Plan& plan, Jobs& jobs);  // nothing is left as a skeleton
void add_header_jobs(const Plan& plan, Jobs& jobs);    // each compiles alone
void add_format_jobs(const Plan& plan, Jobs& jobs);    // clang-format, shellcheck, white space
void add_drawing_jobs(const Plan& plan, Jobs& jobs);   // docs/architecture.md beside the includes
void add_checksum_jobs(const Plan& plan, Jobs& jobs);  // tests/checksums.txt
void add_test_jobs(const Plan& plan, Jobs& jobs);      // the tests of the tools
void add_site_jobs(const Plan& plan, Jobs& jobs);      // the documentation site
void add_attack_jobs(const Plan& plan, Jobs& jobs);    // submissions that try to cheat

// Each returns what it changed, one sentence a file.
std::vector<std::string> accept_demo_outputs(const Plan& plan);
std::vector<std::string> accept_answers(const Plan& plan);
std::vector<std::string> accept_quotes(const Plan& plan);
std::vector<std::string> accept_checksums(const Plan& plan);

}  // namespace course::checking
