#include <algorithm>
#include <cctype>
#include <istream>
#include <optional>
#include <ostream>
#include <string>

#include "course/commands/commands.hpp"
#include "course/grading/demo_build.hpp"
#include "course/grading/demo_output.hpp"
#include "course/model/program_text.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "system/interrupt.hpp"
#include "system/process.hpp"
#include "system/terminal.hpp"
#include "text/columns.hpp"
#include "text/printable.hpp"
#include "text/text.hpp"

namespace course {

using namespace sys;
using namespace text;

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

void print_wrapped(std::ostream& out, const std::string& text, int indent = 0) {
    for (const std::string& line : wrap(text, std::max(20, terminal_size().columns - 1), indent))
        out << line << '\n';
}

void print_program(std::ostream& out, const Course& course, const Demo& demo) {
    const std::string file = "lessons/" + demo.lesson + "/demos/" + demo.name + ".cpp";
    out << '\n' << file << '\n';
    for (const std::string& line : program_lines(printable(read_file(course.root / file))))
        out << "    " << line << '\n';
    out << '\n';
}

void print_question(std::ostream& out, const Course& course, const Lesson& lesson,
                    const QuizQuestion& question, std::size_t number) {
    out << "\nQuestion " << number << " of " << lesson.quiz.size() << '\n';
    print_wrapped(out, question.question);
    if (!question.program.empty())
        print_program(out, course, find_demo(course, lesson.id + "/" + question.program));
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
        const auto lines = lines_of(question.choices[i]);
        for (std::size_t j = 0; j < lines.size(); ++j)
            print_wrapped(out, (j ? "     " : std::string("  ") + letter(i) + ") ") + lines[j], 5);
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
        print_question(out, course, lesson, question, asked + 1);
        const auto answer = predict(in, out, question.choices.size());
        if (!answer || interrupted()) break;
        const int truth = right_choice(course, lesson, question);
        ++asked;
        right += *answer == truth;
        print_wrapped(out, std::string(*answer == truth ? "Right: " : "No, it is ") +
                               letter(static_cast<std::size_t>(truth)) + ". " + question.reason);
    }
    out << "\n" << right << " of " << count << " right";
    if (asked < count) out << ", " << count - asked << " not answered";
    out << ".\n";
    return right == count ? kPassed : kNotPassed;
}

}  // namespace course
