// The runner's own tests. They are built once for each preset; then each is a job.
#include <nlohmann/json.hpp>
#include <thread>

#include "../error.hpp"
#include "command.hpp"
#include "lines.hpp"
#include "plan.hpp"

namespace course::checking {

namespace fs = std::filesystem;

namespace {

// A test as CTest knows it.
struct Test {
    std::string name;
    std::vector<std::string> command;
    std::vector<std::string> environment;
    fs::path directory;
};

Problems build(const Plan& plan, const std::string& preset) {
    const auto& root = plan.course.root;
    auto problems = run_command({"cmake", "--preset", preset}, root);
    if (!problems.empty()) return problems;
    auto cores = std::to_string(std::max(1u, std::thread::hardware_concurrency()));
    return run_command(
        {"cmake", "--build", "build/" + preset, "--target", "course_tests", "--parallel", cores},
        root);
}

Test read_test(const nlohmann::json& entry, const fs::path& folder) {
    Test test{entry.at("name"), entry.at("command"), {}, folder};
    for (const auto& property : entry.value("properties", nlohmann::json::array())) {
        const std::string name = property.at("name");
        const auto& value = property.at("value");
        if (name == "ENVIRONMENT") test.environment = value;
        if (name == "WORKING_DIRECTORY") test.directory = std::string(value);
        if (name == "DISABLED") throw Error(kNotPassed, test.name + " is disabled.");
    }
    return test;
}

std::vector<Test> list_tests(const fs::path& folder) {
    ProcessSpec spec;
    spec.argv = {"ctest", "--show-only=json-v1"};
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
    bool skipped = end.output.find("[  SKIPPED ]") != end.output.npos;
    if (end.succeeded() && !skipped) return {};
    return {(skipped ? "was skipped" : how_it_ended(end)) + '\n' + indented(end.output)};
}

Jobs jobs_of(const std::string& preset, const fs::path& folder) {
    Jobs jobs;
    for (const auto& test : list_tests(folder)) {
        jobs.push_back({"test " + test.name + " (" + preset + ")",
                        "ctest --preset " + preset + " -R '^" + test.name + "$'",
                        [test] { return run_test(test); }});
    }
    return jobs;
}

}  // namespace

void add_test_jobs(const Plan& plan, Jobs& jobs) {
    if (!plan.whole) return;
    for (const auto& toolchain : plan.toolchains) {
        auto preset = plan.quick ? toolchain : "ci-" + toolchain;
        Job job;
        job.name = "build of the runner's tests (" + preset + ")";
        job.again = "cmake --workflow --preset " + preset;
        job.work = [&plan, preset] { return build(plan, preset); };
        job.then = [&plan, preset] { return jobs_of(preset, plan.course.root / "build" / preset); };
        jobs.push_back(std::move(job));
    }
}

}  // namespace course::checking
