// How files look: clang-format, shellcheck, white space.
#include <algorithm>
#include <set>

#include "course/grading/overlay.hpp"
#include "course/selfcheck/command.hpp"
#include "course/selfcheck/plan.hpp"
#include "course/selfcheck/submissions.hpp"
#include "system/environment.hpp"
#include "system/files.hpp"

namespace course::checking {

using namespace sys;

namespace fs = std::filesystem;

namespace {

// The project's files: everything but what is built, downloaded or the learner's own. The
// exercises are looked at as they were shipped.
std::vector<fs::path> project_files(const Plan& plan) {
    static const std::set<std::string> others = {
        "build", "exercises", ".git", ".course", ".cache", "compile_commands.json", ".clangd"};
    std::vector<fs::path> files = files_below(plan.exercises);
    for (const auto& entry : fs::directory_iterator(plan.course.root)) {
        if (others.contains(entry.path().filename().string())) continue;
        if (entry.is_regular_file()) files.push_back(entry.path());
        if (entry.is_directory()) {
            auto more = files_below(entry.path());
            files.insert(files.end(), more.begin(), more.end());
        }
    }
    return files;
}

bool is_cpp(const fs::path& file) {
    return file.extension() == ".cpp" || file.extension() == ".hpp";
}

// A region alone is no code that a formatter understands: an overlay is looked at as it is graded.
std::vector<fs::path> laid_overlays(const Plan& plan) {
    std::vector<fs::path> files;
    const auto folder = scratch_folder(plan, "laid");
    for (const auto* exercise : plan.course.exercises()) {
        for (const char* kind : {"rejects", "accepts"}) {
            for (const auto& file : submission_files(plan, *exercise, kind)) {
                if (!is_cpp(file) || !is_overlay(read_file(file))) continue;
                files.push_back(folder / shown(plan, file));
                write_file(files.back(), graded_text(plan, *exercise, file));
            }
        }
    }
    return files;
}

Problems run_clang_format(const Plan& plan, const std::vector<fs::path>& files,
                          const std::string& option = {}) {
    std::vector<std::string> command = {
        "clang-format-19", "--dry-run", "-Werror",
        "--style=file:" + (plan.course.root / ".clang-format").string()};
    if (!option.empty()) command.push_back(option);
    for (const auto& file : files) command.push_back(file.string());
    return files.empty() ? Problems{} : run_command(command, plan.course.root);
}

Problems check_clang_format(const Plan& plan) {
    auto files = project_files(plan);
    std::erase_if(
        files, [](const fs::path& file) { return !is_cpp(file) || is_overlay(read_file(file)); });
    auto problems = run_clang_format(plan, files);
    // An overlay's includes stand before those of the solution, whatever their names.
    auto more = run_clang_format(plan, laid_overlays(plan), "--sort-includes=false");
    problems.insert(problems.end(), more.begin(), more.end());
    return problems;
}

bool is_shell_script(const fs::path& file, std::string_view text) {
    return file.extension() == ".sh" || text.starts_with("#!/bin/sh") ||
           text.starts_with("#!/usr/bin/env sh") || text.starts_with("#!/bin/bash");
}

Problems check_shell_scripts(const Plan& plan) {
    std::vector<std::string> command = {"shellcheck", "--severity=warning"};
    for (const auto& file : project_files(plan)) {
        if (is_shell_script(file, read_file(file))) command.push_back(file.string());
    }
    return command.size() == 2 ? Problems{} : run_command(command, plan.course.root);
}

// Captured outputs are as a program printed them, and what holds a zero byte is no text.
bool is_text(const fs::path& file, std::string_view text) {
    return file.extension() != ".out" && text.find('\0') == text.npos;
}

Problems check_white_space(const Plan& plan) {
    Problems problems;
    for (const auto& file : project_files(plan)) {
        auto text = read_file(file);
        if (!is_text(file, text)) continue;
        auto add = [&](const std::string& what) {
            problems.push_back(shown(plan, file) + ": " + what);
        };
        if (text.find(" \n") != text.npos || text.find("\t\n") != text.npos) {
            add("white space at the end of a line");
        }
        if (text.find('\r') != text.npos) add("a carriage return");
        if (is_cpp(file) && text.find('\t') != text.npos) add("a tab");
        if (!text.empty() && !text.ends_with('\n')) add("the last line has no end");
    }
    return problems;
}

}  // namespace

void add_format_jobs(const Plan& plan, Jobs& jobs) {
    if (!plan.whole) return;
    jobs.push_back(
        {"white space", "./course selfcheck --quick", [&plan] { return check_white_space(plan); }});
    jobs.push_back({"clang-format", "clang-format-19 --dry-run -Werror FILE",
                    [&plan] { return check_clang_format(plan); }});
    if (find_program("shellcheck")) {
        jobs.push_back(
            {"shellcheck", "shellcheck FILE", [&plan] { return check_shell_scripts(plan); }});
    }
}

}  // namespace course::checking
