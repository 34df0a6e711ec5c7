#include "course/grading/answer.hpp"

#include <charconv>
#include <sstream>

#include "course/grading/exploration.hpp"
#include "text/text.hpp"

namespace course {

using namespace text;

namespace {

std::string in_brackets(interleave::Verdict verdict) {
    return "(" + std::string(to_string(verdict_of(verdict))) + ")";
}

bool is_about_success(const interleave::Move& move) {
    return move.action == "compare_exchange" && !move.why.empty();
}

}  // namespace

std::string on_one_line(std::string_view printed) {
    std::istringstream words{std::string(printed)};
    std::string line;
    for (std::string word; words >> word;) line += (line.empty() ? "" : " ") + word;
    return line;
}

std::vector<AnswerLine> answer_lines(std::string_view file) {
    std::vector<AnswerLine> lines;
    int number = 0;
    for (const std::string& line : lines_of(file)) {
        ++number;
        std::string text = on_one_line(std::string_view(line).substr(0, line.find('#')));
        if (!text.empty()) lines.push_back({number, std::move(text)});
    }
    return lines;
}

std::optional<std::string> with_answer(std::string_view text,
                                       const std::vector<std::string>& lines) {
    std::string result;
    int markers = 0;
    for (const std::string& line : lines_of(text)) {
        const bool marker = without_trailing_blanks(line) == kAnswerMarker;
        if (markers != 1 || marker) result += line + "\n";
        if (marker && ++markers == 1) result += text_of(lines);
    }
    if (markers != 2) return {};
    return result;
}

std::string outcome_of(const interleave::Result& run) {
    if (run.verdict != interleave::Verdict::passed) return in_brackets(run.verdict);
    return on_one_line(run.output);
}

std::string outcome_of(const interleave::Outcome& outcome) {
    for (int i = 0; i <= static_cast<int>(interleave::Verdict::uncontrolled); ++i) {
        const auto verdict = static_cast<interleave::Verdict>(i);
        if (outcome.value == "(" + std::string(to_string(verdict)) + ")")
            return in_brackets(verdict);
    }
    return on_one_line(outcome.value);
}

std::optional<int> pick_from(std::string_view word) {
    if (word == "main" || word == "succeeds") return 0;
    if (word == "fails") return 1;
    if (word.starts_with("thread ")) word.remove_prefix(7);
    int number = 0;
    const char* end = word.data() + word.size();
    const auto read = std::from_chars(word.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || number < 0) return {};
    return number;
}

std::string word_for(const interleave::Move& move) {
    if (is_about_success(move)) return move.pick == 0 ? "succeeds" : "fails";
    return move.pick == 0 ? "main" : "thread " + std::to_string(move.pick);
}

}  // namespace course
