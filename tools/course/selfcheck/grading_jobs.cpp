// Every exercise as shipped, its solution, the known-wrong and the other right answers: each gets
// exactly the verdict that it must get, with every compiler.
#include "course/grading/grader.hpp"
#include "course/selfcheck/expectation.hpp"
#include "course/selfcheck/lines.hpp"
#include "course/selfcheck/plan.hpp"
#include "system/files.hpp"

namespace course::checking {

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
    job.work = [&plan, task] {
        auto order = request(plan, task);
        order.from = GradeRequest::From::solutions;
        // What is right is graded once in the way in which a learner's code is, in pieces.
        order.among_others = task.toolchain != plan.toolchains.back();
        return compare({}, grade(plan.course, task.exercise, order));
    };
    return job;
}

Job submission_job(const Plan& plan, const Task& task, const fs::path& file, bool wrong) {
    Job job;
    job.name = std::string(wrong ? "reject " : "accept ") + task.exercise.id() + " " +
               file.stem().string() + suffix(task);
    job.again = check_command(task, " --submission " + shown(plan, file));
    job.work = [&plan, task, file, wrong] {
        auto expected = read_expectation(shown(plan, file), read_file(file), wrong);
        auto order = request(plan, task);
        order.from = GradeRequest::From::submission;
        order.submission = file;
        return compare(expected, grade(plan.course, exercise_for(task.exercise, expected), order));
    };
    return job;
}

void add_exercise(const Plan& plan, const Exercise& exercise, const std::string& toolchain,
                  Jobs& jobs) {
    Task plain{exercise, toolchain, false}, right{exercise, toolchain, !plan.quick};
    jobs.push_back(stub_job(plan, plain));
    jobs.push_back(solution_job(plan, right));
    auto tests = plan.course.root / "tests" / exercise.lesson;
    for (const auto& file : files_below(tests / "rejects" / exercise.name)) {
        jobs.push_back(submission_job(plan, plain, file, true));
    }
    // Runs are repeated to find right code that is refused now and then.
    if (plan.quick && plan.repeat == 1) return;
    // Under every engine with the last compiler, which is the quickest; under the exercise's own
    // with the others.
    const bool last = toolchain == plan.toolchains.back();
    for (const auto& file : files_below(tests / "accepts" / exercise.name)) {
        jobs.push_back(submission_job(plan, last ? right : plain, file, false));
    }
}

}  // namespace

void add_grading_jobs(const Plan& plan, Jobs& jobs) {
    for (const auto* lesson : plan.lessons) {
        for (const auto& exercise : lesson->exercises) {
            for (const auto& toolchain : plan.toolchains) {
                add_exercise(plan, exercise, toolchain, jobs);
            }
        }
    }
}

}  // namespace course::checking
