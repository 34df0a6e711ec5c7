#include "interleave/command/run.hpp"

#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "interleave/command/build.hpp"
#include "interleave/command/explore.hpp"
#include "interleave/command/inputs.hpp"
#include "interleave/command/terminal.hpp"
#include "interleave/report/html.hpp"
#include "interleave/report/json.hpp"
#include "interleave/report/table.hpp"
#include "interleave/report/trace.hpp"
#include "system/error.hpp"
#include "system/temporary_folder.hpp"

namespace fs = std::filesystem;

namespace interleave::command {

using namespace sys;

namespace {

struct Report {
    const char* option;
    const std::string& place;
    std::string (*write)(const Result&);
};

std::vector<Report> reports_of(const RunOptions& options) {
    return {{"--json", options.json, to_json},
            {"--html", options.html, to_html},
            {"--trace", options.trace, to_trace}};
}

// Before the search: nobody should wait a minute to hear that the report has no place.
void check_places(const std::vector<Report>& reports) {
    const char* taker = nullptr;
    for (const Report& report : reports) {
        if (report.place == "-") {
            if (taker)
                throw Error(kBadUsage, std::string(taker) + " and " + report.option +
                                           " cannot both have the standard output.");
            taker = report.option;
            continue;
        }
        if (report.place.empty()) continue;
        const fs::path file = report.place;
        const fs::path folder = file.has_parent_path() ? file.parent_path() : ".";
        std::error_code ignored;
        const bool there = fs::exists(file, ignored);
        if (fs::is_directory(file, ignored) ||
            access(there ? file.c_str() : folder.c_str(), W_OK) != 0)
            throw Error(kBadUsage,
                        std::string(report.option) + ": " + report.place + " cannot be written.");
    }
}

void write_reports(const std::vector<Report>& reports, const Result& result) {
    for (const Report& report : reports) {
        if (report.place.empty() || report.place == "-") continue;
        std::ofstream out(report.place, std::ios::binary);
        out << report.write(result);
        out.flush();
        if (!out) throw Error(kBadUsage, report.place + " cannot be written.");
    }
}

// The one report that asked for the standard output has it for itself.
std::string standard_output(const std::vector<Report>& reports, const Result& result) {
    for (const Report& report : reports) {
        if (report.place != "-") continue;
        std::string text = report.write(result);
        if (text.empty() || text.back() != '\n') text += '\n';
        return text;
    }
    return to_table(result, table_for_terminal());
}

}  // namespace

int run(const RunOptions& options) {
    const std::vector<Report> reports = reports_of(options);
    check_places(reports);
    const std::vector<Input> inputs = look_at(options.files);
    Result result;
    {
        const TemporaryFolder folder("interleave");
        const fs::path program = build(inputs, options.compiler_flags, folder.path());
        result = explore_program(program, options.arguments, options.search, options.outcomes);
    }
    write_reports(reports, result);
    std::fputs(standard_output(reports, result).c_str(), stdout);
    return result.verdict == Verdict::passed ? kPassed : kNotPassed;
}

}  // namespace interleave::command
