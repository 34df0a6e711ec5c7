#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

#include "course/commands/commands.hpp"
#include "course/commands/output_file.hpp"
#include "course/commands/preparation.hpp"
#include "course/grading/grader.hpp"
#include "course/model/progress.hpp"
#include "course/report/feedback.hpp"
#include "course/report/formats.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "system/interrupt.hpp"
#include "system/terminal.hpp"
#include "text/printable.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;

namespace {

GradeRequest request_of(const CheckOptions& options) {
    GradeRequest request;
    request.thorough = options.thorough;
    request.whole_files = !options.gradescope.empty() || !options.classroom.empty();
    if (!options.submission.empty()) {
        request.from = GradeRequest::From::submission;
        request.submission = options.submission;
    } else if (options.from_solutions) {
        request.from = GradeRequest::From::solutions;
    }
    return request;
}

Result grade_one(const Course& course, const Exercise& exercise, const GradeRequest& request) {
    try {
        return grade(course, exercise, request);
    } catch (const Error& error) {
        if (error.status() != kBadUsage || request.from != GradeRequest::From::exercises) throw;
        throw Error(kBadUsage, std::string(error.what()) + " \"./course reset " + exercise.id() +
                                   "\" gives the shipped text back.");
    }
}

// For one of many: a file that cannot be graded is that exercise's fault and no other's.
Result grade_one_of_all(const Course& course, const Exercise& exercise,
                        const GradeRequest& request) {
    try {
        return grade_one(course, exercise, request);
    } catch (const Error& error) {
        if (error.status() != kBadUsage) throw;
        Result result;
        result.exercise = exercise.id();
        result.verdict = Verdict::compile_error;
        result.message = error.what();
        return result;
    }
}

void print_line(const Result& result) {
    const bool passed = result.verdict == Verdict::passed;
    fmt::print("{:<18} {}\n", to_string(result.verdict), result.exercise);
    if (!passed) fmt::print("{:<18} {}\n", "", text::printable(result.message));
    std::fflush(stdout);
}

// Grades on every core; prints each verdict in the order of the course, as soon as it is there.
std::vector<Result> grade_all(const Course& course, const GradeRequest& request, bool print) {
    const auto exercises = course.exercises();
    std::vector<std::packaged_task<Result()>> tasks;
    std::vector<std::future<Result>> futures;
    for (const Exercise* exercise : exercises) {
        tasks.emplace_back([&, exercise] { return grade_one_of_all(course, *exercise, request); });
        futures.push_back(tasks.back().get_future());
    }
    std::atomic<std::size_t> next_task{0};
    std::atomic<bool> stop{false};
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i) {
        workers.emplace_back([&] {
            for (auto at = next_task++; at < tasks.size() && !stop; at = next_task++) tasks[at]();
        });
    }
    std::vector<Result> results;
    try {
        for (auto& future : futures) {
            results.push_back(future.get());
            if (interrupted()) break;
            if (print) print_line(results.back());
        }
    } catch (...) {
        stop = true;
        throw;
    }
    stop = true;
    return results;
}

struct Report {
    std::string_view option;
    const std::string& place;
    std::string (*text)(const Course&, const CheckOptions&, const std::vector<Result>&);
};

std::vector<Report> reports_of(const CheckOptions& options) {
    return {
        {"--json", options.json,
         [](const Course&, const CheckOptions& chosen, const std::vector<Result>& results) {
             return chosen.all ? to_json(results) : to_json(results.front());
         }},
        {"--junit", options.junit,
         [](const Course&, const CheckOptions&, const std::vector<Result>& results) {
             return to_junit(results);
         }},
        {"--gradescope", options.gradescope,
         [](const Course& course, const CheckOptions&, const std::vector<Result>& results) {
             return to_gradescope(course, results);
         }},
        {"--classroom", options.classroom,
         [](const Course& course, const CheckOptions&, const std::vector<Result>& results) {
             return to_classroom(course, results);
         }},
    };
}

// Before anything is graded: mistakes that would cost the verdicts at the end.
bool a_report_takes_standard_output(const CheckOptions& options) {
    std::vector<std::string> takers;
    for (const auto& report : reports_of(options)) {
        if (report.place == "-") takers.emplace_back(report.option);
        need_place(report.option, report.place);
    }
    if (takers.size() > 1) {
        throw Error(kBadUsage,
                    takers[0] + " and " + takers[1] + " cannot both go to the standard output.");
    }
    return !takers.empty();
}

void write_reports(const Course& course, const CheckOptions& options,
                   const std::vector<Result>& results) {
    for (const auto& report : reports_of(options)) {
        if (report.place.empty()) continue;
        const std::string text = report.text(course, options, results);
        if (report.place == "-") {
            fmt::print("{}", text);
            std::fflush(stdout);
        } else {
            write_file(report.place, text);
        }
    }
}

void print_feedback(const Result& result, const Exercise& exercise) {
    const TerminalSize size = terminal_size();
    // The shell asks for the next command on the last line.
    const Style style{wants_colour(), size.columns, std::max(1, size.rows - 1)};
    for (const auto& line : feedback(result, exercise, style)) fmt::print("{}\n", line);
    std::fflush(stdout);
}

void need_consistent(const CheckOptions& options) {
    if (options.name.empty() == !options.all) {
        throw Error(kBadUsage, "say which exercise to check: a name, or --all.");
    }
    if (!options.submission.empty() && options.from_solutions) {
        throw Error(kBadUsage, "--submission and --from solutions exclude each other.");
    }
    std::error_code ignored;
    if (options.all && !options.submission.empty() &&
        !fs::is_directory(options.submission, ignored)) {
        throw Error(kBadUsage,
                    options.submission.string() +
                        " is no folder; --all grades a folder laid out like exercises/.");
    }
}

}  // namespace

int check(const Course& course, const CheckOptions& options) {
    need_consistent(options);
    options.progress >= 0 ? report_preparation(options.progress) : show_preparation();
    const bool quiet = a_report_takes_standard_output(options);
    const GradeRequest request = request_of(options);
    std::vector<Result> results;
    if (options.all) {
        results = grade_all(course, request, !quiet);
    } else {
        const Exercise& exercise = course.exercise(options.name);
        results.push_back(grade_one(course, exercise, request));
        if (!quiet && !interrupted()) print_feedback(results.front(), exercise);
    }
    if (interrupted()) return kNotPassed;  // the verdicts may be those of programs cut short

    const auto has_passed = [](const Result& result) { return result.verdict == Verdict::passed; };
    const auto passed = std::ranges::count_if(results, has_passed);
    if (options.all && !quiet) fmt::print("{} of {} passed\n", passed, results.size());
    write_reports(course, options, results);
    if (request.from == GradeRequest::From::exercises) {
        for (const auto& result : results) {
            if (has_passed(result)) mark_passed(course, course.exercise(result.exercise));
        }
    }
    return passed == static_cast<std::ptrdiff_t>(results.size()) ? kPassed : kNotPassed;
}

}  // namespace course
