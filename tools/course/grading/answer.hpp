// What a learner writes down about a program, for the exercises of the kinds predict and schedule.
#pragma once

#include <interleave/result.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace course {

// Stands before and behind the lines of an answer, for people and for pages that quote it.
inline constexpr std::string_view kAnswerMarker = "# [answer]";

struct AnswerLine {
    int line = 0;  // in the file, 1-based
    std::string text;
};

// The lines that say something: a comment begins with #, and blanks count as one.
std::vector<AnswerLine> answer_lines(std::string_view file);

// The text with these lines between its markers; nothing if it does not have two of them.
std::optional<std::string> with_answer(std::string_view text,
                                       const std::vector<std::string>& lines);

// One line for what a program printed: its words, set apart by single blanks.
std::string on_one_line(std::string_view printed);

// How a run ended, as an answer names it: what was printed, or the verdict in brackets,
// "(deadlock)".
std::string outcome_of(const interleave::Result& run);
// The same for a value among the outcomes of an exploration.
std::string outcome_of(const interleave::Outcome& outcome);

// What Options::picks takes for "main", "thread 2" or "2", "succeeds", "fails".
std::optional<int> pick_from(std::string_view word);
// The other way round.
std::string word_for(const interleave::Move& move);

}  // namespace course
