// Every exercise as shipped, its solution, the known-wrong and the other right answers: each gets
// exactly the verdict that it must get.
//
// All of it is graded with the compiler that learners have. Another compiler grades what tells
// the two apart: every solution, one other right answer of an exercise, what the compiler itself
// has to refuse, and the submissions that ask for it. `--all` grades everything with each.
// The tests behind the one that a known-wrong submission has to fail are not compiled but with
// `--all`: they have no say in its verdict.
#include "course/grading/grader.hpp"
#include "course/grading/toolchain.hpp"
#include "course/selfcheck/cost.hpp"
#include "course/selfcheck/expectation.hpp"
#include "course/selfcheck/plan.hpp"
#include "course/selfcheck/submissions.hpp"
#include "system/files.hpp"

namespace course::checking {

using namespace sys;

namespace fs = std::filesystem;

namespace {

struct Task {
    const Exercise& exercise;
    std::string toolchain;
    bool thorough = false;
};

GradeRequest request(const Plan& plan, const Task& task) {
    GradeRequest request;
    request.runs = plan.repeat;
    request.toolchain = task.toolchain;
    request.thorough = task.thorough;
    request.among_others = true;
    request.compiler_cache = true;
    request.trust_tree = true;  // the checksums are a job of their own
    return request;
}

std::string suffix(const Task& task) {
    return " (" + task.toolchain + (task.thorough ? ", thorough)" : ")");
}

std::string check_command(const Task& task, const std::string& options) {
    return "COURSE_TOOLCHAIN=" + task.toolchain + " ./course check " + task.exercise.id() +
           options + (task.thorough ? " --thorough" : "");
}

// The exercise's own files as they were shipped; what it builds on then comes from solutions/.
fs::path shipped_files(const Plan& plan, const Task& task) {
    auto folder = scratch_folder(
        plan, "stub." + task.exercise.lesson + "." + task.exercise.name + "." + task.toolchain);
    for (const auto& file : task.exercise.files) {
        write_file(folder / file, read_file(plan.exercises / file));
    }
    return folder;
}

Job stub_job(const Plan& plan, const Task& task) {
    Job job;
    job.name = "stub " + task.exercise.id() + suffix(task);
    job.again = check_command(task, "");
    job.part = task.exercise.lesson;
    job.work = [&plan, task] {
        auto order = request(plan, task);
        order.from = GradeRequest::From::submission;
        order.submission = shipped_files(plan, task);
        Expectation expected;
        expected.verdict = task.exercise.shipped;
        return compare(expected, grade(plan.course, task.exercise, order));
    };
    return job;
}

Job solution_job(const Plan& plan, const Task& task) {
    Job job;
    job.name = "solution " + task.exercise.id() + suffix(task);
    job.again = check_command(task, " --from solutions");
    job.part = task.exercise.lesson;
    job.work = [&plan, task] {
        auto order = request(plan, task);
        order.from = GradeRequest::From::solutions;
        // What is right is graded once in the way in which a learner's code is, in pieces.
        order.among_others = task.toolchain != plan.learners();
        return compare({}, grade(plan.course, task.exercise, order));
    };
    return job;
}

Job submission_job(const Plan& plan, const Task& task, const fs::path& file,
                   const Expectation& expected) {
    Job job;
    const bool wrong = expected.verdict != Verdict::passed;
    job.name = std::string(wrong ? "reject " : "accept ") + task.exercise.id() + " " +
               file.stem().string() + suffix(task);
    job.again = check_command(task, " --submission " + shown(plan, file));
    job.part = task.exercise.lesson;
    job.work = [&plan, task, file, expected, wrong, name = job.name] {
        auto order = request(plan, task);
        order.from = GradeRequest::From::submission;
        order.submission = file;
        if (!plan.all) order.last_test = expected.test;
        auto result = grade(plan.course, exercise_for(task.exercise, expected), order);
        if (wrong) plan.cost->note_program(name, result.cpu_seconds);
        return compare(expected, result);
    };
    return job;
}

struct Submission {
    fs::path file;
    Expectation expected;
};

std::vector<Submission> submissions(const Plan& plan, const Exercise& exercise, bool wrong) {
    std::vector<Submission> all;
    for (const auto& file : submission_files(plan, exercise, wrong ? "rejects" : "accepts")) {
        all.push_back({file, read_expectation(shown(plan, file), read_file(file), wrong)});
    }
    return all;
}

// Whether the compiler's own words decide, which are each compiler's own.
bool compiler_decides(const Expectation& expected) {
    return expected.each_compiler || expected.verdict == Verdict::compile_error ||
           expected.verdict == Verdict::should_not_compile;
}

void add_for_learners(const Plan& plan, const Exercise& exercise, Jobs& jobs) {
    const auto& toolchain = plan.learners();
    const Task plain{exercise, toolchain, false}, thorough{exercise, toolchain, !plan.quick};
    jobs.push_back(stub_job(plan, plain));
    jobs.push_back(solution_job(plan, thorough));
    for (const auto& [file, expected] : submissions(plan, exercise, true)) {
        jobs.push_back(submission_job(plan, plain, file, expected));
    }
    // Runs are repeated to find right code that is refused now and then.
    if (plan.quick && plan.repeat == 1) return;
    for (const auto& [file, expected] : submissions(plan, exercise, false)) {
        const bool every_engine = plan.all || expected.each_engine;
        jobs.push_back(submission_job(plan, every_engine ? thorough : plain, file, expected));
    }
}

void add_for_other_compiler(const Plan& plan, const Exercise& exercise,
                            const std::string& toolchain, Jobs& jobs) {
    const Task plain{exercise, toolchain, false}, thorough{exercise, toolchain, plan.all};
    if (plan.all) jobs.push_back(stub_job(plan, plain));
    jobs.push_back(solution_job(plan, thorough));
    for (const auto& [file, expected] : submissions(plan, exercise, true)) {
        if (plan.all || compiler_decides(expected)) {
            jobs.push_back(submission_job(plan, plain, file, expected));
        } else {
            ++plan.cost->with_one_compiler;
        }
    }
    bool first = true;
    for (const auto& [file, expected] : submissions(plan, exercise, false)) {
        if (plan.all || first || expected.each_compiler) {
            auto job = submission_job(plan, plain, file, expected);
            if (!plan.all) job.priority = kSpare;
            jobs.push_back(std::move(job));
        } else {
            ++plan.cost->with_one_compiler;
        }
        first = false;
    }
}

// What every verdict is linked with. It takes a while, so that what needs it comes after.
Job kits_job(const Plan& plan, const std::string& toolchain, Jobs then) {
    Job job;
    job.name = "grading kits (" + toolchain + ")";
    job.again = "./course selfcheck";
    job.priority = kFirst;
    job.work = [&plan, toolchain]() -> Problems {
        const auto& tools = Toolchain::named(toolchain);
        for (auto kind : {EngineKind::schedules, EngineKind::native, EngineKind::thread,
                          EngineKind::address, EngineKind::must_not_compile}) {
            tools.prepare(kind);
        }
        if (toolchain == plan.learners()) plan.cost->calibrate(plan.course, tools, plan.scratch);
        return {};
    };
    job.then = [then = std::move(then)] { return then; };
    return job;
}

}  // namespace

void add_grading_jobs(const Plan& plan, Jobs& jobs) {
    for (const auto& toolchain : plan.toolchains) {
        Jobs graded;
        for (const auto* lesson : plan.lessons) {
            for (const auto& exercise : lesson->exercises) {
                if (toolchain == plan.learners()) {
                    add_for_learners(plan, exercise, graded);
                } else {
                    add_for_other_compiler(plan, exercise, toolchain, graded);
                }
            }
        }
        jobs.push_back(kits_job(plan, toolchain, std::move(graded)));
    }
}

}  // namespace course::checking
