#include "course/selfcheck/selfcheck.hpp"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <thread>

#include "course/grading/toolchain.hpp"
#include "course/model/shipped_files.hpp"
#include "course/selfcheck/command.hpp"
#include "course/selfcheck/console.hpp"
#include "course/selfcheck/plan.hpp"
#include "system/environment.hpp"
#include "system/error.hpp"
#include "system/interrupt.hpp"
#include "system/terminal.hpp"

namespace course {

using namespace sys;

namespace fs = std::filesystem;
using namespace checking;

namespace {

Plan make_plan(const Course& course, const SelfcheckOptions& options) {
    Plan plan{.course = course};
    plan.quick = options.quick;
    plan.all = options.all;
    plan.repeat = options.repeat;
    plan.whole = options.lessons.empty();
    for (const auto& name : options.lessons) plan.lessons.push_back(&course.lesson(name));
    if (plan.whole) {
        for (const auto& lesson : course.lessons) plan.lessons.push_back(&lesson);
    }
    plan.toolchains = {"gcc", "clang"};
    if (plan.quick) plan.toolchains = {Toolchain::named("").is_clang() ? "clang" : "gcc"};
    plan.scratch = course.root / "build" / "selfcheck";
    // Who accepts says that the tree is what is to be shipped.
    plan.exercises =
        options.accept ? course.root / "exercises" : shipped_exercises(course, plan.scratch);
    return plan;
}

Jobs all_jobs(const Plan& plan) {
    Jobs jobs;
    if (plan.repeat > 1) {
        add_grading_jobs(plan, jobs);
        return jobs;
    }
    for (auto add :
         {add_page_jobs, add_tree_jobs, add_manifest_jobs, add_skeleton_jobs, add_checksum_jobs,
          add_drawing_jobs, add_format_jobs, add_header_jobs, add_grading_jobs, add_demo_jobs,
          add_attack_jobs, add_site_jobs, add_test_jobs}) {
        add(plan, jobs);
    }
    return jobs;
}

// The jobs that say whether what was accepted is now as it should be.
Jobs jobs_after_accepting(const Plan& plan) {
    Jobs jobs;
    for (auto add : {add_page_jobs, add_demo_jobs, add_checksum_jobs}) add(plan, jobs);
    return jobs;
}

void accept(const Plan& plan) {
    bool changed = false;
    std::vector parts = {accept_quotes, accept_checksums};
    if (!plan.quick) parts.insert(parts.begin(), {accept_demo_outputs, accept_answers});
    for (auto part : parts) {
        for (const auto& sentence : part(plan)) {
            std::printf("%s\n", sentence.c_str());
            changed = true;
        }
    }
    if (!changed) std::printf("There was nothing to accept.\n");
}

}  // namespace

int selfcheck(const Course& course, const SelfcheckOptions& options) {
    keep_pristine(course);
    auto plan = make_plan(course, options);
    if (options.accept) accept(plan);
    auto jobs = options.accept ? jobs_after_accepting(plan) : all_jobs(plan);
    if (!find_program("shellcheck")) {
        std::printf("shellcheck is not installed: shell scripts are not checked.\n");
    }
    Console console(stdout, jobs.size(), isatty(STDOUT_FILENO) ? terminal_size().columns : 0);
    const auto start = std::chrono::steady_clock::now();
    auto durations = plan.scratch / "durations";
    auto tally = run_jobs(std::move(jobs),
                          {.workers = std::thread::hardware_concurrency(),
                           .durations = load_durations(durations),
                           .budget_seconds = 60 * options.budget_minutes,
                           .stopped = interrupted},
                          console);
    save_durations(durations, tally.seconds);
    save_durations(plan.scratch / "cpu_seconds", tally.cpu_seconds);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    console.costs(plan.cost->lines(tally, took.count()));
    console.finished(tally);
    return tally.failed == 0 && tally.not_run == 0 ? kPassed : kNotPassed;
}

}  // namespace course
