// What belongs to the project as a whole and has a command of its own: checksums and the site.
#include <algorithm>
#include <iterator>
#include <set>

#include "course/model/record.hpp"
#include "course/selfcheck/command.hpp"
#include "course/selfcheck/plan.hpp"
#include "system/files.hpp"

namespace course::checking {

using namespace sys;

namespace {

constexpr const char* kAcceptRecord = "./course selfcheck --accept --quick";

// Whether the learner changed it: a file that is as it was committed cannot have been.
bool differs_from_commit(const Plan& plan, const std::string& file) {
    return !run_command({"git", "diff", "--quiet", "HEAD", "--", file}, plan.course.root).empty();
}

// The files that only one of the two has, and those of which they have different hashes.
std::set<std::string> differing_files(const Hashes& a, const Hashes& b) {
    std::vector<Hashes::value_type> differing;
    std::ranges::set_symmetric_difference(a, b, std::back_inserter(differing));
    std::set<std::string> files;
    for (const auto& [file, hash] : differing) files.insert(file);
    return files;
}

// What the learner wrote into an exercise is not shipped, and no fault of the record.
Problems check_record(const Plan& plan) {
    const auto record = load_record(plan.course.root).value_or(Hashes{});
    const auto now = hashes_of_tree(plan.course.root);
    const auto files = differing_files(record, now);
    const bool ours = std::ranges::any_of(files, [&](const std::string& file) {
        return !file.starts_with("exercises/") || !now.contains(file) ||
               !differs_from_commit(plan, file);
    });
    if (!ours) return {};
    std::string problem =
        "it is not what is there now; `" + std::string(kAcceptRecord) + "` writes it anew:\n";
    for (const auto& file : files) problem += "  " + file + '\n';
    return {problem};
}

}  // namespace

void add_checksum_jobs(const Plan& plan, Jobs& jobs) {
    if (!plan.whole) return;
    jobs.push_back({"tests/checksums.txt", kAcceptRecord, [&plan] { return check_record(plan); }});
}

void add_site_jobs(const Plan& plan, Jobs& jobs) {
    if (!plan.whole || plan.quick) return;
    jobs.push_back({"documentation site", "./course docs",
                    [&plan] { return run_command({"/proc/self/exe", "docs"}, plan.course.root); }});
}

std::vector<std::string> accept_checksums(const Plan& plan) {
    const auto file = record_file(plan.course.root);
    const auto text = text_of_record(hashes_of_tree(plan.course.root));
    if (read_file_if_present(file) == text) return {};
    write_file(file, text);
    return {shown(plan, file) + ": computed anew."};
}

}  // namespace course::checking
