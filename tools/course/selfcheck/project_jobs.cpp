// What belongs to the project as a whole and has a command of its own: checksums and the site.
#include "course/selfcheck/command.hpp"
#include "course/selfcheck/plan.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "text/text.hpp"

namespace course::checking {

using namespace sys;
using namespace text;

namespace fs = std::filesystem;

namespace {

std::vector<std::string> checksums_command(const std::string& option) {
    std::vector<std::string> command = {"sh", "tools/checksums.sh"};
    if (!option.empty()) command.push_back(option);
    return command;
}

// Whether the learner changed it: a file that is as it was committed cannot have been.
bool differs_from_commit(const Plan& plan, const std::string& file) {
    return !run_command({"git", "diff", "--quiet", "HEAD", "--", file}, plan.course.root).empty();
}

Problems check_checksums(const Plan& plan) {
    auto problems = run_command(checksums_command("--check"), plan.course.root);
    if (problems.empty()) return {};
    std::size_t ours = 0, named = 0;
    for (const auto& line : lines_of(problems.front())) {
        auto file = std::string(trimmed(line));
        if (!fs::exists(plan.course.root / file)) continue;
        ++named;
        ours += !file.starts_with("exercises/") || !differs_from_commit(plan, file);
    }
    return named > 0 && ours == 0 ? Problems{} : problems;
}

Problems build_site(const Plan& plan) {
    const auto& root = plan.course.root;
    auto problems = run_command({"cmake", "--preset", "docs"}, root);
    if (!problems.empty()) return problems;
    return run_command({"cmake", "--build", "--preset", "docs"}, root);
}

}  // namespace

void add_checksum_jobs(const Plan& plan, Jobs& jobs) {
    if (!plan.whole) return;
    jobs.push_back({"tests/checksums.txt", "tools/checksums.sh --check",
                    [&plan] { return check_checksums(plan); }});
}

void add_site_jobs(const Plan& plan, Jobs& jobs) {
    if (!plan.whole || plan.quick) return;
    jobs.push_back({"documentation site", "cmake --workflow --preset docs",
                    [&plan] { return build_site(plan); }});
}

std::vector<std::string> accept_checksums(const Plan& plan) {
    auto file = plan.course.root / "tests" / "checksums.txt";
    auto old = read_file_if_present(file);
    auto problems = run_command(checksums_command(""), plan.course.root);
    if (!problems.empty()) throw Error(kBrokenEnvironment, problems.front());
    if (read_file_if_present(file) == old) return {};
    return {"tests/checksums.txt: computed anew."};
}

}  // namespace course::checking
