// The engine for code that the compiler must refuse, and for the reason that we gave.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <span>

#include "course/grading/compile.hpp"
#include "course/grading/compiler_output.hpp"
#include "course/grading/engines/engine.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "text/text.hpp"
#include "text/utf8.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;
using namespace text;

namespace {

// "// case NAME: sentence" in the test source, and below it any number of "// and NAME: text" for
// what else the compiler has to print.
struct Case {
    std::string name, sentence;
    std::vector<std::string> texts = {};
};

std::vector<Case> cases_in(const std::string& source) {
    static const std::regex line(R"(^\s*// (case|and) (\w+): (.*\S)\s*$)");
    std::vector<Case> cases;
    for (const std::string& text : lines_of(source)) {
        std::smatch match;
        if (!std::regex_match(text, match, line)) continue;
        if (match[1] == "case") {
            cases.push_back({match[2], match[3]});
        } else if (!cases.empty() && cases.back().name == match[2]) {
            cases.back().texts.push_back(match[3]);
        }
    }
    return cases;
}

// Compilers break a long message into lines or put quotes of their own around names.
std::string without_blanks(std::string_view text) {
    std::string result;
    for (char c : text)
        if (!std::isspace(static_cast<unsigned char>(c))) result += c;
    return result;
}

// Which of the case's texts the compiler did not print; empty: none.
std::string first_missing(const Case& refused, const std::string& output) {
    if (output.find(without_blanks(refused.sentence)) == std::string::npos) return refused.sentence;
    for (const std::string& text : refused.texts)
        if (output.find(without_blanks(text)) == std::string::npos) return text;
    return "";
}

class MustNotCompileEngine : public Engine {
  public:
    Result examine(const Examination& on) override {
        on.toolchain.prepare(EngineKind::must_not_compile);
        const fs::path source = on.course.root / on.exercise.refusals_source();
        // The twin: without a case it must compile, so that a broken header proves nothing. Where a
        // test program is built from the same header anyway, that one is the twin, and this one is
        // left to a thorough check.
        if (on.request.thorough || !builds_a_program(on.exercise)) {
            Compilation twin = check(on, source, {});
            if (twin.stopped) return *twin.stopped;
            if (!twin.accepted) return judge_compiler_output(twin.output, on.workspace);
        }

        Result result;
        result.file = on.workspace.submitted(on.exercise.files[0]);
        const std::vector<Case> cases = cases_in(read_file(source));
        if (cases.empty())
            throw Error(kBrokenEnvironment,
                        source.string() + " lists no `// case NAME: sentence`.");
        if (auto fault = first_fault(on, source, cases, result)) return *fault;
        for (const Case& refused : cases) result.tests.push_back(outcome(refused, "passed"));
        result.verdict = Verdict::passed;
        result.message = "What must be refused is refused, with the right sentence.";
        result.executions = static_cast<long>(cases.size());
        return result;
    }

  private:
    static TestOutcome outcome(const Case& refused, const std::string& status) {
        return {"MustNotCompile." + refused.name, status, "",
                fmt::format("the compiler says \"{}\"", refused.sentence)};
    }

    static bool builds_a_program(const Exercise& exercise) {
        return std::ranges::any_of(exercise.checks, [](EngineKind engine) {
            return engine != EngineKind::must_not_compile;
        });
    }

    // What is wrong with the first case in order that is not refused as it should be. Halves are
    // asked at once, so that it takes a few calls of the compiler and not one for each case.
    // `suspected`: the cases as a whole did not pass.
    static std::optional<Result> first_fault(const Examination& on, const fs::path& source,
                                             std::span<const Case> cases, const Result& result,
                                             bool suspected = false) {
        if (cases.size() == 1) return accepted_or_misnamed(on, source, cases.front(), result);
        if (!suspected && all_refused_at_once(on, source, cases)) return {};
        const std::size_t half = cases.size() / 2;
        if (auto fault = first_fault(on, source, cases.first(half), result)) return fault;
        return first_fault(on, source, cases.subspan(half), result, true);
    }

    // One call of the compiler for all cases. Each must be refused with an error of its own, so
    // that none can hide behind another.
    static bool all_refused_at_once(const Examination& on, const fs::path& source,
                                    std::span<const Case> cases) {
        std::set<std::string> names;
        std::map<std::string, long> wanted;
        for (const Case& refused : cases) {
            names.insert(refused.name);
            ++wanted[without_blanks(refused.sentence)];
        }
        Compilation attempt = check(on, source, names);
        if (attempt.accepted || attempt.stopped) return false;
        const std::string all = without_blanks(attempt.output);
        for (const Case& refused : cases)
            if (!first_missing(refused, all).empty()) return false;
        std::vector<std::string> errors;
        for (const std::string& line : lines_of(attempt.output))
            if (line.find("error:") != std::string::npos) errors.push_back(without_blanks(line));
        return std::ranges::all_of(wanted, [&](const auto& sentence) {
            return std::ranges::count_if(errors, [&](const std::string& error) {
                       return error.find(sentence.first) != std::string::npos;
                   }) >= sentence.second;
        });
    }

    // What is wrong with one case, compiled alone; nothing if it is refused as it should be.
    static std::optional<Result> accepted_or_misnamed(const Examination& on, const fs::path& source,
                                                      const Case& refused, Result result) {
        Compilation attempt = check(on, source, {refused.name});
        if (attempt.stopped) return attempt.stopped;
        if (attempt.output.find("-Winvalid-pch") != std::string::npos)
            throw Error(kBrokenEnvironment,
                        fmt::format("{}: the case {} has the name of something in the standard "
                                    "headers, so g++ does not take them precompiled; give it "
                                    "another one.",
                                    source.string(), refused.name));
        const std::string missing = first_missing(refused, without_blanks(attempt.output));
        if (!attempt.accepted && missing.empty()) return {};
        result.verdict = Verdict::should_not_compile;
        result.tests.push_back(outcome(refused, "failed"));
        result.cause = attempt.accepted ? Cause::accepted : Cause::other_sentence;
        result.message =
            explain(result.verdict, result.cause, attempt.accepted ? refused.sentence : missing);
        if (attempt.accepted) {
            result.details =
                fmt::format("    {}: case {}\n", source.lexically_relative(on.course.root).string(),
                            refused.name);
        } else {
            result.details = valid_utf8(on.workspace.with_known_paths(attempt.output));
        }
        return result;
    }

    static Compilation check(const Examination& on, const fs::path& source,
                             const std::set<std::string>& defines) {
        return compile(on.toolchain.check_test(
                           source, {on.workspace.tree(), on.course.root / "tests"}, defines),
                       on.workspace);
    }
};

}  // namespace

std::unique_ptr<Engine> make_must_not_compile_engine() {
    return std::make_unique<MustNotCompileEngine>();
}

}  // namespace course
