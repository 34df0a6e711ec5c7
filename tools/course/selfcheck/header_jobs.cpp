// Each header compiles alone, without a warning. Of the tools those have a job that no source file
// includes before anything else: the others are compiled so anyway. What the contract of a part
// shows as its use compiles, too.
#include "course/grading/toolchain.hpp"
#include "course/selfcheck/command.hpp"
#include "course/selfcheck/plan.hpp"
#include "system/files.hpp"
#include "text/text.hpp"

namespace course::checking {

using namespace sys;

namespace fs = std::filesystem;

namespace {

struct Headers {
    fs::path folder;
    std::vector<fs::path> includes;
    std::vector<std::string> flags = {};
};

Job header_job(const Plan& plan, const Headers& headers, const fs::path& file,
               const std::string& toolchain) {
    Job job;
    job.name = "header " + shown(plan, file) + " (" + toolchain + ")";
    job.again = "./course selfcheck";
    job.work = [&plan, headers, file, toolchain] {
        std::vector<std::string> command = {Toolchain::named(toolchain).compiler(),
                                            "-std=c++23",
                                            "-fsyntax-only",
                                            "-Wall",
                                            "-Wextra",
                                            "-Werror"};
        command.insert(command.end(), headers.flags.begin(), headers.flags.end());
        for (const auto& include : headers.includes) {
            command.insert(command.end(), {"-I", include.string()});
        }
        command.insert(command.end(), {"-include", file.string(), "-x", "c++", "/dev/null"});
        return run_command(command, plan.course.root);
    };
    return job;
}

// Whether the source file beside the header includes it before anything else.
bool is_compiled_first(const fs::path& header) {
    auto source = header;
    source.replace_extension(".cpp");
    if (!fs::exists(source)) return false;
    const auto text = read_file(source);
    const auto first = text.find("#include ");
    if (first == text.npos) return false;
    const auto line = text.substr(first, text.find('\n', first) - first);
    return line.ends_with("/" + header.filename().string() + "\"");
}

// The lines in front of the promises that are indented as code.
std::string example_of(const fs::path& header) {
    std::string example;
    for (const std::string& line : text::lines_of(read_file(header))) {
        if (line == "// Promises") break;
        if (line.starts_with("//     ")) example += line.substr(2) + '\n';
    }
    return example;
}

Job example_job(const Plan& plan, const fs::path& include) {
    Job job;
    job.name = "examples of the parts";
    job.again = "./course selfcheck";
    job.work = [&plan, include]() -> Problems {
        Problems problems;
        std::string includes = "#include <iostream>\n#include <string>\n#include <vector>\n", uses;
        for (const auto& file : files_below(include / "fearless", {".hpp"})) {
            const std::string name = file.stem().string(), example = example_of(file);
            includes += "#include <fearless/" + name + ".hpp>\n";
            if (name == "todo") continue;
            if (example.empty()) problems.push_back(shown(plan, file) + " shows no use of it");
            uses += "void use_" + name + "() {\n#line 1 \"example of " + name + "\"\n" + example +
                    "}\n";
        }
        const auto source = scratch_folder(plan, "examples") / "examples.cpp";
        write_file(source, includes + uses);
        const auto said = run_command(
            {Toolchain::named(plan.learners()).compiler(), "-std=c++23", "-fsyntax-only", "-Wall",
             "-Wextra", "-Werror", "-I", include.string(), source.string()},
            plan.course.root);
        problems.insert(problems.end(), said.begin(), said.end());
        return problems;
    };
    return job;
}

}  // namespace

void add_header_jobs(const Plan& plan, Jobs& jobs) {
    if (!plan.whole || plan.quick) return;
    const auto& root = plan.course.root;
    auto solutions = root / "solutions", tests = root / "tests", tools = root / "tools";
    auto explorer = tools / "interleave" / "include";
    const Headers all[] = {
        // What nobody has written yet does not use its parameters; graders and editors know that.
        {plan.exercises / "fearless", {plan.exercises}, {"-Wno-unused-parameter"}},
        {solutions / "fearless", {solutions}},
        {tests / "kit", {solutions, tests, tools, explorer}},
        {tools, {tools, explorer}},
    };
    jobs.push_back(example_job(plan, solutions));
    for (const auto& headers : all) {
        for (const auto& file : files_below(headers.folder, {".hpp"})) {
            if (headers.folder == tools && is_compiled_first(file)) continue;
            for (const auto& toolchain : plan.toolchains) {
                // What a reader may take away is for each compiler.
                const bool each = plan.all || headers.folder.parent_path() == solutions;
                if (!each && toolchain != plan.learners()) continue;
                jobs.push_back(header_job(plan, headers, file, toolchain));
            }
        }
    }
}

}  // namespace course::checking
