// The engine for "what can this program print?": the explorer knows, so nobody has to type it in.
#include <fmt/format.h>

#include <cctype>
#include <map>
#include <set>

#include "course/grading/answer.hpp"
#include "course/grading/engines/engine.hpp"
#include "course/grading/explored_program.hpp"
#include "interleave/report/table.hpp"
#include "system/error.hpp"
#include "system/files.hpp"

namespace course {

using namespace sys;

namespace {

using Possible = std::map<std::string, std::string>;  // an outcome, and a token that leads to it

// The result that is meant: whoever knows it may write it with commas, or in capital letters.
std::string meant(const std::string& line, const Possible& possible) {
    const auto bare = [](std::string text) {
        for (char& c : text) c = c == ',' ? ' ' : static_cast<char>(std::tolower(c & 0x7f));
        return on_one_line(text);
    };
    if (possible.contains(line)) return line;
    std::string found = line;
    int alike = 0;
    for (const auto& [outcome, token] : possible)
        if (bare(outcome) == bare(line)) found = outcome, ++alike;
    return alike == 1 ? found : line;
}

std::string counted(std::size_t count, const char* thing) {
    return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

// "main ×2, thread 2, main": who took how many steps in a row.
std::string turns(const interleave::Result& run) {
    std::vector<std::pair<std::string, int>> rows;
    for (const interleave::Event& event : run.events) {
        // What every run has in common says nothing.
        if (event.action == "start" || event.action == "join") continue;
        const std::string& name = run.threads.at(static_cast<std::size_t>(event.thread)).name;
        if (rows.empty() || rows.back().first != name) rows.emplace_back(name, 0);
        ++rows.back().second;
    }
    std::vector<std::string> words;
    for (const auto& [name, steps] : rows)
        words.push_back(steps == 1 ? name : fmt::format("{} ×{}", name, steps));
    return fmt::format("{}", fmt::join(words, ", "));
}

class PredictEngine : public Engine {
  public:
    Result examine(const Examination& on) override {
        Result result;
        const std::string& file = on.exercise.files.front();
        const auto copied = on.workspace.tree() / file;
        result.file = on.workspace.submitted(file);
        const auto lines = answer_lines(read_file(copied));
        if (lines.empty()) {
            result.verdict = Verdict::todo;
            result.message = fmt::format(
                "Not answered yet: write down what exercises/{} can print, one line for each "
                "result.",
                on.exercise.program);
            return result;
        }
        const ExploredProgram program(on);
        const interleave::Result all = program.outcomes();
        result.executions = static_cast<long>(all.executions);
        result.exhausted = all.exhausted;
        Possible possible;
        for (const auto& outcome : all.outcomes)
            possible.emplace(outcome_of(outcome), outcome.schedule);
        if (compare(on.exercise.name, lines, possible, result)) explain(program, possible, result);
        return result;
    }

  private:
    static bool compare(const std::string& name, const std::vector<AnswerLine>& lines,
                        const Possible& possible, Result& result) {
        std::set<std::string> named;
        std::vector<AnswerLine> wrong;
        for (const AnswerLine& line : lines) {
            const std::string result = meant(line.text, possible);
            if (!named.insert(result).second) continue;
            if (!possible.contains(result)) wrong.push_back(line);
        }
        const std::size_t missing = possible.size() + wrong.size() - named.size();
        if (wrong.empty() && missing == 0) {
            result.message = possible.size() == 1
                                 ? "It always prints the same."
                                 : fmt::format("That is all of it: {}, and no other.",
                                               counted(possible.size(), "result"));
            return true;
        }
        result.verdict = Verdict::wrong_result;
        if (!wrong.empty()) result.line = wrong.front().line;
        // A single one stands where the verdict points to, and in the sentence.
        for (const AnswerLine& line : wrong)
            if (wrong.size() > 1)
                result.details += fmt::format("    {}:{}: {}\n", result.file, line.line, line.text);
        result.message = sentence(wrong, named.size(), missing);
        result.details += fmt::format("\"./course play {}\" lets you try.\n", name);
        return false;
    }

    // What is missing is not given away, only how much.
    static std::string sentence(const std::vector<AnswerLine>& wrong, std::size_t named,
                                std::size_t missing) {
        const std::string lacks = missing == 0   ? ""
                                  : missing == 1 ? "1 result is missing"
                                                 : fmt::format("{} results are missing", missing);
        if (wrong.empty()) return "All that you wrote can be printed, but " + lacks + ".";
        constexpr std::size_t kNamed = 3;
        std::string list;
        for (std::size_t i = 0; i < wrong.size() && i < kNamed; ++i)
            list += (i == 0 ? "" : ", ") + wrong[i].text;
        if (wrong.size() > kNamed) list += ", ...";
        const std::string never = named == 1 ? "Your line can never be printed: "
                                             : fmt::format(
                                                   "{} of your {} lines can never be "
                                                   "printed: ",
                                                   wrong.size(), named);
        return never + list + (lacks.empty() ? "" : "; " + lacks) + ".";
    }

    // After success: how each of them comes about.
    static void explain(const ExploredProgram& program, const Possible& possible, Result& result) {
        std::size_t widest = 0;
        for (const auto& [outcome, token] : possible) widest = std::max(widest, outcome.size());
        for (const auto& [outcome, token] : possible) {
            interleave::Options options;
            options.schedule = token;
            const interleave::Result run = program.run(options);
            result.table += fmt::format("{:<{}}  {}\n", outcome, widest, turns(run));
            result.details += outcome + "\n" + interleave::to_steps(run, {.height = 40}) + "\n";
        }
    }
};

}  // namespace

std::unique_ptr<Engine> make_predict_engine() {
    return std::make_unique<PredictEngine>();
}

}  // namespace course
