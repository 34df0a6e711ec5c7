// The tests of the tools. They are built once for each preset; then each is a job.
#include <nlohmann/json.hpp>
#include <thread>

#include "course/selfcheck/command.hpp"
#include "course/selfcheck/plan.hpp"
#include "system/error.hpp"
#include "text/text.hpp"

namespace course::checking {

using namespace sys;
using namespace text;

namespace fs = std::filesystem;

namespace {

// A test as CTest knows it.
struct Test {
    std::string name;
    std::vector<std::string> command;
    std::vector<std::string> environment;
    fs::path directory;
    int skipped = 0;  // the exit status that says so, of one that may be skipped; 0: none
};

Problems build(const Plan& plan, const std::string& preset,
               const std::vector<std::string>& targets) {
    const auto& root = plan.course.root;
    auto problems = run_command({"cmake", "--preset", preset}, root);
    if (!problems.empty()) return problems;
    auto cores = std::to_string(std::max(1u, std::thread::hardware_concurrency()));
    std::vector<std::string> command = {"cmake",      "--build", "build/" + preset,
                                        "--parallel", cores,     "--target"};
    command.insert(command.end(), targets.begin(), targets.end());
    return run_command(command, root);
}

Test read_test(const nlohmann::json& entry, const fs::path& folder) {
    Test test{entry.at("name"), entry.at("command"), {}, folder, 0};
    for (const auto& property : entry.value("properties", nlohmann::json::array())) {
        const std::string name = property.at("name");
        const auto& value = property.at("value");
        if (name == "ENVIRONMENT") test.environment = value;
        if (name == "WORKING_DIRECTORY") test.directory = std::string(value);
        if (name == "SKIP_RETURN_CODE") test.skipped = value;
        if (name == "DISABLED") throw Error(kNotPassed, test.name + " is disabled.");
    }
    return test;
}

// Those whose names `without` matches are left out; empty: none.
std::vector<Test> list_tests(const fs::path& folder, const std::string& without) {
    ProcessSpec spec;
    spec.argv = {"ctest", "--show-only=json-v1"};
    if (!without.empty()) spec.argv.insert(spec.argv.end(), {"-E", without});
    spec.directory = folder;
    auto end = run(spec);
    auto list = nlohmann::json::parse(end.output, nullptr, false);
    if (!end.succeeded() || list.is_discarded() || list.at("tests").empty()) {
        throw Error(kBrokenEnvironment, "CTest lists no tests:\n" + indented(end.output));
    }
    std::vector<Test> tests;
    for (const auto& entry : list.at("tests")) tests.push_back(read_test(entry, folder));
    return tests;
}

Problems run_test(const Test& test) {
    ProcessSpec spec;
    spec.argv = test.command;
    spec.environment = test.environment;
    spec.directory = test.directory;
    auto end = run(spec);
    if (test.skipped && !end.signal && !end.overrun && end.status == test.skipped) return {};
    bool skipped = end.output.find("[  SKIPPED ]") != end.output.npos;
    if (end.succeeded() && !skipped) return {};
    return {(skipped ? "was skipped" : how_it_ended(end)) + '\n' + indented(end.output)};
}

Jobs jobs_of(const std::string& preset, const fs::path& folder, const std::string& without = "") {
    Jobs jobs;
    for (const auto& test : list_tests(folder, without)) {
        jobs.push_back({"test " + test.name + " (" + preset + ")",
                        "ctest --preset " + preset + " -R '^" + test.name + "$'",
                        [test] { return run_test(test); }});
    }
    return jobs;
}

// What is built and run with one preset. `without`: tests whose names match are left out.
struct Suite {
    std::string preset;
    std::vector<std::string> runner, explorer;  // targets
    bool runner_tests = true;
    std::string without = "";
};

// A test whose subject is the same for all compilers is run with one: the runner's own with g++,
// which also builds the programs of a sanitizer that they watch; the searches and the reports of
// the explorer with the learners' compiler. Both build all that a learner builds, strictly.
Suite suite_for(const Plan& plan, const std::string& toolchain) {
    const std::vector<std::string> whole = {"interleave_all_tests"};
    if (plan.quick) {
        return {toolchain,
                {"course_tests"},
                {"interleave_tests", "interleave_command_tests", "interleave_report_tests"},
                true,
                "Catalogue|_NOT_BUILT|RandomPrograms.*/[1-9]"};
    }
    const auto preset = "ci-" + toolchain;
    if (plan.all) return {preset, {"course_tests"}, whole};
    if (toolchain == plan.learners()) return {preset, {"course"}, whole, false};
    return {preset,
            {"course_tests"},
            {"interleave_tests", "interleave_command_tests", "interleave_catalogue_tests",
             "interleave_verdicts_programs", "interleave_correct_programs"},
            true,
            "Catalogue.*classics|_NOT_BUILT|RandomPrograms"};
}

Job explorer_tests(const Plan& plan, const Suite& suite) {
    Job job;
    job.name = "build of the explorer's tests (" + suite.preset + ")";
    job.again = "cmake --workflow --preset " + suite.preset;
    job.work = [&plan, suite] { return build(plan, suite.preset, suite.explorer); };
    job.then = [&plan, suite] {
        return jobs_of(suite.preset, plan.course.root / "build" / suite.preset / "tests/interleave",
                       suite.without);
    };
    return job;
}

}  // namespace

void add_test_jobs(const Plan& plan, Jobs& jobs) {
    if (!plan.whole) return;
    for (const auto& toolchain : plan.toolchains) {
        const auto suite = suite_for(plan, toolchain);
        Job job;
        job.name = "build of the runner (" + suite.preset + ")";
        job.again = "cmake --workflow --preset " + suite.preset;
        job.work = [&plan, suite] { return build(plan, suite.preset, suite.runner); };
        // The explorer's come after, because one folder is built by one build at a time.
        job.then = [&plan, suite] {
            const auto folder = plan.course.root / "build" / suite.preset / "tests/course";
            auto then = suite.runner_tests ? jobs_of(suite.preset, folder) : Jobs{};
            then.push_back(explorer_tests(plan, suite));
            return then;
        };
        jobs.push_back(std::move(job));
    }
}

}  // namespace course::checking
