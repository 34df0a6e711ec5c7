// Submissions that try to get a verdict that they have not earned, to harm the grader or to leave
// something behind. What each must get stands in its first lines, as for a known-wrong one.
#include <algorithm>
#include <csignal>

#include "course/grading/grader.hpp"
#include "course/selfcheck/expectation.hpp"
#include "course/selfcheck/plan.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "text/text.hpp"

namespace course::checking {

using namespace sys;
using namespace text;

namespace fs = std::filesystem;

namespace {

constexpr const char* kVictim = "01_spawn_join/forgotten_join";

// The name that the processes of an attack give themselves; the kernel keeps fifteen letters.
std::string process_name(const fs::path& attack) {
    return ("ft_" + attack.stem().string()).substr(0, 15);
}

std::vector<pid_t> processes_named(const std::string& name) {
    std::vector<pid_t> found;
    for (const auto& entry : fs::directory_iterator("/proc")) {
        auto id = entry.path().filename().string();
        if (id.find_first_not_of("0123456789") != id.npos) continue;
        try {
            auto comm = read_file_if_present(entry.path() / "comm");
            if (comm && trimmed(*comm) == name) found.push_back(std::stoi(id));
        } catch (const Error&) {
            // It ended while we looked.
        }
    }
    return found;
}

Problems end_survivors(const fs::path& attack) {
    Problems problems;
    for (pid_t pid : processes_named(process_name(attack))) {
        kill(pid, SIGKILL);
        problems.push_back("process " + std::to_string(pid) + " outlived its grading");
    }
    return problems;
}

Problems attack_with(const Plan& plan, const fs::path& file, const fs::path& submission,
                     const std::string& toolchain, const Expectation& expected) {
    GradeRequest request;
    request.from = GradeRequest::From::submission;
    request.submission = submission;
    request.toolchain = toolchain;
    request.among_others = true;
    request.compiler_cache = true;
    request.trust_tree = true;
    const Exercise victim = exercise_for(plan.course.exercise(kVictim), expected);
    auto problems = compare(expected, grade(plan.course, victim, request));
    auto survivors = end_survivors(file);
    problems.insert(problems.end(), survivors.begin(), survivors.end());
    return problems;
}

Job file_attack(const Plan& plan, const fs::path& file, const std::string& toolchain) {
    Job job;
    job.name = "attack " + file.stem().string() + " (" + toolchain + ")";
    job.again = std::string("./course check ") + kVictim + " --submission " + shown(plan, file);
    job.work = [&plan, file, toolchain] {
        auto expected = read_expectation(shown(plan, file), read_file(file), true);
        return attack_with(plan, file, file, toolchain, expected);
    };
    return job;
}

// A folder with the right answer and one of the project's own files, made harmless.
Job folder_attack(const Plan& plan, const std::string& edited) {
    Job job;
    job.name = "attack with an edited " + edited;
    job.again = "./course selfcheck";
    job.work = [&plan, edited] {
        const auto& root = plan.course.root;
        const auto& exercise = plan.course.exercise(kVictim);
        std::string name = edited;
        std::ranges::replace(name, '/', '.');
        auto folder = scratch_folder(plan, "attack." + name);
        for (const auto& file : exercise.files) {
            write_file(folder / file, read_file(root / "solutions" / file));
        }
        write_file(folder / edited, read_file(root / edited) + "// edited\n");
        Expectation expected;
        expected.verdict = Verdict::tampered;
        expected.says = edited;
        return attack_with(plan, folder, folder, plan.learners(), expected);
    };
    return job;
}

}  // namespace

void add_attack_jobs(const Plan& plan, Jobs& jobs) {
    if (!plan.whole || plan.quick) return;
    for (const auto& file : files_below(plan.course.root / "tests/course/attacks", {".cpp"})) {
        for (const auto& toolchain : plan.toolchains) {
            if (!plan.all && toolchain != plan.learners()) continue;
            jobs.push_back(file_attack(plan, file, toolchain));
        }
    }
    const auto& exercise = plan.course.exercise(kVictim);
    jobs.push_back(folder_attack(plan, exercise.test_source().string()));
    jobs.push_back(folder_attack(plan, "solutions/" + exercise.files.front()));
    jobs.push_back(folder_attack(plan, "tests/kit/probe.hpp"));
}

}  // namespace course::checking
