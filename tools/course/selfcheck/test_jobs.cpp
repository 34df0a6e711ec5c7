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

// A quick run takes what is built and done in a minute. The random programs ask about the search,
// which is the same for all compilers.
Job explorer_tests(const Plan& plan, const std::string& preset) {
    const std::vector<std::string> targets =
        plan.quick ? std::vector<std::string>{"interleave_tests", "interleave_command_tests",
                                              "interleave_report_tests"}
                   : std::vector<std::string>{"interleave_all_tests"};
    const std::string without = plan.quick ? "Catalogue|_NOT_BUILT|RandomPrograms.*/[1-9]"
                                : preset.ends_with("clang") ? "RandomPrograms.*/[1-9]"
                                                            : "";
    Job job;
    job.name = "build of the explorer's tests (" + preset + ")";
    job.again = "cmake --workflow --preset " + preset;
    job.work = [&plan, preset, targets] { return build(plan, preset, targets); };
    job.then = [&plan, preset, without] {
        return jobs_of(preset, plan.course.root / "build" / preset / "tests/interleave", without);
    };
    return job;
}

}  // namespace

void add_test_jobs(const Plan& plan, Jobs& jobs) {
    if (!plan.whole) return;
    for (const auto& toolchain : plan.toolchains) {
        auto preset = plan.quick ? toolchain : "ci-" + toolchain;
        Job job;
        job.name = "build of the runner's tests (" + preset + ")";
        job.again = "cmake --workflow --preset " + preset;
        job.work = [&plan, preset] { return build(plan, preset, {"course_tests"}); };
        // The explorer's come after, because one folder is built by one build at a time.
        job.then = [&plan, preset] {
            auto then = jobs_of(preset, plan.course.root / "build" / preset / "tests/course");
            then.push_back(explorer_tests(plan, preset));
            return then;
        };
        jobs.push_back(std::move(job));
    }
}

}  // namespace course::checking
