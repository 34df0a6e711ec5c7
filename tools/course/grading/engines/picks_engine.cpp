// The engine for "you are the scheduler": a schedule is graded by running it.
#include <fmt/format.h>

#include "course/grading/answer.hpp"
#include "course/grading/engines/engine.hpp"
#include "course/grading/explored_program.hpp"
#include "interleave/report/table.hpp"
#include "system/files.hpp"
#include "text/text.hpp"

namespace course {

using namespace sys;
using namespace text;

namespace {

class ScheduleEngine : public Engine {
  public:
    Result examine(const Examination& on) override {
        const std::string& file = on.exercise.files.front();
        const auto copied = on.workspace.tree() / file;
        Result result;
        result.file = on.workspace.submitted(file);
        const auto lines = answer_lines(read_file(copied));
        if (lines.empty()) {
            result.verdict = Verdict::todo;
            result.message = fmt::format(
                "Not answered yet: \"./course play {}\" lets you try, and writes the schedule "
                "down when you get there.",
                on.exercise.name);
            return result;
        }
        std::vector<int> picks;
        for (const AnswerLine& line : lines) {
            const auto pick = pick_from(line.text);
            if (!pick) {
                result.line = line.line;
                return wrong(std::move(result),
                             fmt::format("\"{}\" is no pick; expected main, thread 1, thread 2 "
                                         "and so on, one a line.",
                                         line.text));
            }
            picks.push_back(*pick);
        }
        const ExploredProgram program(on);
        interleave::Options options = stepping(on.exercise, picks);
        options.to_the_end = true;
        return judge(on, lines, program.run(options), std::move(result));
    }

  private:
    static Result wrong(Result result, std::string sentence) {
        result.verdict = Verdict::wrong_result;
        result.message = std::move(sentence);
        return result;
    }

    static Result judge(const Examination& on, const std::vector<AnswerLine>& lines,
                        const interleave::Result& run, Result result) {
        constexpr int kTableLines = 16;
        result.executions = 1;
        result.table = interleave::to_steps(run, {.height = kTableLines});
        if (const auto at = static_cast<std::size_t>(run.picked); at < lines.size()) {
            result.line = lines[at].line;
            return wrong(std::move(result), impossible(lines[at].text, run));
        }
        const std::string outcome = outcome_of(run);
        if (outcome == on.exercise.aim) {
            result.message = fmt::format("This schedule leads to it: {}.", outcome);
            return result;
        }
        return wrong(std::move(result), fmt::format("This schedule leads to {}, not to {}.",
                                                    quoted(outcome), quoted(on.exercise.aim)));
    }

    static std::string quoted(const std::string& outcome) {
        if (outcome.empty()) return "an end without any output";
        return outcome.starts_with('(') ? outcome : "\"" + outcome + "\"";
    }

    static std::string impossible(const std::string& word, const interleave::Result& run) {
        if (run.moves.empty())
            return fmt::format("\"{}\" comes too late: the run is over by then.", word);
        std::vector<std::string> able;
        for (const interleave::Move& move : run.moves) able.push_back(word_for(move));
        const auto who = static_cast<std::size_t>(*pick_from(word));
        std::string why;
        if (who < run.threads.size() && run.threads[who].state != "running")
            why = ", which " +
                  (run.threads[who].state == "finished" ? "has ended" : run.threads[who].state);
        return fmt::format("It cannot be the turn of {}{}: the choice is between {}.", word, why,
                           enumerate(able, "and"));
    }
};

}  // namespace

std::unique_ptr<Engine> make_schedule_engine() {
    return std::make_unique<ScheduleEngine>();
}

}  // namespace course
