#include <algorithm>
#include <cctype>
#include <istream>
#include <optional>
#include <ostream>
#include <string>

#include "commands/commands.hpp"
#include "demo_build.hpp"
#include "error.hpp"
#include "interrupt.hpp"
#include "process.hpp"
#include "selfcheck/allowed_output.hpp"
#include "text.hpp"

namespace course {
namespace {

constexpr double kDemoSeconds = 60;  // the last resort; a demo of a lesson ends by itself

std::string output_of(const Course& course, const Demo& demo) {
    ProcessSpec spec;
    spec.argv = {build_demo(course, demo).string()};
    spec.limits.wall_seconds = kDemoSeconds;
    spec.confine = true;
    spec.allow_tracing = demo.engine == EngineKind::address;
    const ProcessEnd end = run(spec);
    if (end.overrun || end.succeeded() == demo.fails) {
        throw Error(kBrokenEnvironment, "the demo " + demo.lesson + "/" + demo.name +
                                            " did not end as it should.\n" + end.output);
    }
    return checking::comparable(demo, end.output);
}

// The choice that is right; for a question about a program, the program itself decides.
int right_choice(const Course& course, const Lesson& lesson, const QuizQuestion& question) {
    if (question.program.empty()) return question.answer;
    const Demo& demo = find_demo(course, lesson.id + "/" + question.program);
    const std::string output = output_of(course, demo);
    const auto right = std::ranges::find_if(question.choices, [&](const std::string& choice) {
        return without_trailing_blanks(choice) == without_trailing_blanks(output);
    });
    if (right == question.choices.end()) {
        throw Error(kBrokenEnvironment, "no choice of the question about " + demo.lesson + "/" +
                                            demo.name + " is what the program prints:\n" + output);
    }
    return static_cast<int>(right - question.choices.begin());
}

char letter(std::size_t choice) {
    return static_cast<char>('a' + choice);
}

void print_question(std::ostream& out, const QuizQuestion& question, std::size_t number,
                    std::size_t count) {
    out << "\nQuestion " << number << " of " << count << "\n" << question.question << '\n';
    if (!question.program.empty()) out << "(program: " << question.program << ")\n";
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
        out << "  " << letter(i) << ") ";
        const auto lines = lines_of(question.choices[i]);
        for (std::size_t j = 0; j < lines.size(); ++j)
            out << (j ? "     " : "") << lines[j] << '\n';
    }
}

// Asks until there is an answer; nothing at the end of the input.
std::optional<int> predict(std::istream& in, std::ostream& out, std::size_t choices) {
    const char last = letter(choices - 1);
    std::string line;
    while (out << "Your answer [a-" << last << "]: " << std::flush, std::getline(in, line)) {
        const auto word = without_trailing_blanks(line);
        const std::size_t begin = word.find_first_not_of(" \t");
        if (begin != std::string_view::npos && begin + 1 == word.size()) {
            const int c = std::tolower(static_cast<unsigned char>(word[begin]));
            if (c >= 'a' && c <= last) return c - 'a';
            if (c >= '1' && c < '1' + static_cast<int>(choices)) return c - '1';
        }
        out << "One letter, please.\n";
    }
    out << '\n';
    return std::nullopt;
}

}  // namespace

int quiz(const Course& course, std::string_view name, std::istream& in, std::ostream& out) {
    const Lesson& lesson = course.lesson(name);
    const std::size_t count = lesson.quiz.size();
    out << lesson.title << ": " << count << " question" << (count == 1 ? "" : "s")
        << ". Commit to an answer, then see.\n";
    std::size_t asked = 0, right = 0;
    for (const auto& question : lesson.quiz) {
        print_question(out, question, asked + 1, count);
        const auto answer = predict(in, out, question.choices.size());
        if (!answer || interrupted()) break;
        const int truth = right_choice(course, lesson, question);
        ++asked;
        right += *answer == truth;
        out << (*answer == truth ? "Right: " : "No, it is ")
            << letter(static_cast<std::size_t>(truth)) << ". " << question.reason << '\n';
    }
    out << "\n" << right << " of " << count << " right";
    if (asked < count) out << ", " << count - asked << " not answered";
    out << ".\n";
    return right == count ? kPassed : kNotPassed;
}

}  // namespace course
