#include "course/grading/inspection.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <regex>

#include "system/files.hpp"
#include "text/text.hpp"

namespace course {

using namespace text;

namespace {

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

// The text without comments and with continued lines joined; line ends stay where they were, so
// that a line's number can be counted. Strings and characters are kept whole.
std::string plain_code(std::string_view text) {
    std::string code;
    std::size_t owed = 0;  // line ends of joined lines, given back at the next real one
    auto skip_to = [&](std::string_view end, std::size_t from) {
        std::size_t at = text.find(end, from);
        return at == std::string_view::npos ? text.size() : at;
    };
    for (std::size_t i = 0; i < text.size();) {
        if (text.substr(i, 2) == "\\\n") {
            ++owed, i += 2;
        } else if (text.substr(i, 2) == "//") {
            i = skip_to("\n", i);
        } else if (text.substr(i, 2) == "/*") {
            std::size_t end = skip_to("*/", i + 2);
            for (; i < end; ++i) owed += text[i] == '\n';
            code += ' ';
            i = std::min(end + 2, text.size());
        } else if (text.substr(i, 2) == "R\"" && (i == 0 || !is_word(text[i - 1]))) {
            // R"delimiter( ... )delimiter": nothing in it is a directive or a comment.
            const std::size_t open = skip_to("(", i);
            const std::string close = ")" + std::string(text.substr(i + 2, open - i - 2)) + "\"";
            const std::size_t end = std::min(skip_to(close, open) + close.size(), text.size());
            for (; i < end; ++i) owed += text[i] == '\n';
            code += "\"\"";
        } else if (text[i] == '"' || (text[i] == '\'' && (i == 0 || !is_word(text[i - 1])))) {
            char quote = text[i];
            do {
                if (text[i] == '\\' && i + 1 < text.size()) code += text[i++];
                code += text[i++];
            } while (i < text.size() && text[i] != quote && text[i] != '\n');
            if (i < text.size() && text[i] == quote) code += text[i++];
        } else {
            code += text[i];
            if (text[i++] == '\n') code.append(owed, '\n'), owed = 0;
        }
    }
    return code;
}

const std::set<std::string, std::less<>>& keywords() {
    static const std::set<std::string, std::less<>> words{
        "alignas",  "alignof",   "auto",     "bool",     "break",         "case",
        "catch",    "char",      "class",    "const",    "constexpr",     "continue",
        "decltype", "default",   "delete",   "do",       "double",        "else",
        "enum",     "explicit",  "extern",   "false",    "float",         "for",
        "friend",   "if",        "inline",   "int",      "long",          "main",
        "mutable",  "namespace", "new",      "noexcept", "nullptr",       "operator",
        "private",  "protected", "public",   "register", "requires",      "return",
        "short",    "signed",    "sizeof",   "static",   "static_assert", "std",
        "struct",   "switch",    "template", "this",     "thread_local",  "throw",
        "true",     "try",       "typedef",  "typename", "union",         "unsigned",
        "using",    "virtual",   "void",     "volatile", "while"};
    return words;
}

bool mentions(std::string_view code, std::string_view word) {
    for (std::size_t at = 0; (at = code.find(word, at)) != std::string_view::npos; ++at) {
        bool begins = at == 0 || !is_word(code[at - 1]);
        bool ends = at + word.size() >= code.size() || !is_word(code[at + word.size()]);
        if (begins && ends) return true;
    }
    return false;
}

std::vector<std::string> names_of(const std::regex& test, const std::string& code) {
    std::vector<std::string> names;
    for (std::sregex_iterator match(code.begin(), code.end(), test), end; match != end; ++match)
        names.push_back((*match)[1].str() + "." + (*match)[2].str());
    return names;
}

// A test begins with its macro in the first column and ends with a brace there.
struct Block {
    std::size_t first_line;
    std::string text;
    bool is_test;
};

std::vector<Block> blocks_of(const std::string& test_source) {
    std::vector<Block> blocks{{1, "", false}};
    std::size_t line = 0;
    bool in_test = false;
    for (const std::string& text : lines_of(test_source)) {
        ++line;
        if (!in_test && (text.starts_with("TEST") || text.starts_with("INTERLEAVE_TEST"))) {
            in_test = true;
            blocks.push_back({line, "", true});
        }
        blocks.back().text += text + "\n";
        if (in_test && text.starts_with("}")) {
            in_test = false;
            blocks.push_back({line + 1, "", false});
        }
    }
    return blocks;
}

// The names in the order in which the tests are judged: explored ones come first, one by one, and
// GoogleTest runs the others suite by suite.
std::vector<std::string> judged_order(const TestSource& source, bool explores) {
    std::vector<std::string> order, suites;
    if (explores) order = source.explored;
    const auto add_new = [](std::vector<std::string>& list, const std::string& name) {
        if (std::ranges::find(list, name) == list.end()) list.push_back(name);
    };
    for (const std::string& test : source.tests)
        add_new(suites, test.substr(0, test.find('.') + 1));
    for (const std::string& suite : suites)
        for (const std::string& test : source.tests)
            if (test.starts_with(suite)) add_new(order, test);
    return order;
}

}  // namespace

TestSource test_source(std::string text, const std::filesystem::path& path) {
    static const std::regex test(
        R"(\b(?:INTERLEAVE_)?TEST(?:_F|_SPURIOUS|_BOUNDED)?\s*\(\s*(\w+)\s*,\s*(\w+)\s*(?:,\s*\d+\s*)?\))");
    static const std::regex explored(
        R"(\bINTERLEAVE_TEST(?:_SPURIOUS|_BOUNDED)?\s*\(\s*(\w+)\s*,\s*(\w+)\s*(?:,\s*\d+\s*)?\))");
    const std::string code = plain_code(text);
    return {path, std::move(text), names_of(test, code), names_of(explored, code)};
}

TestSource tests_until(TestSource source, const std::string& last, bool explores) {
    const auto order = judged_order(source, explores);
    const auto end = std::ranges::find(order, last);
    if (end == order.end()) return source;
    std::string text;
    for (const Block& block : blocks_of(source.text)) {
        const auto named = test_source(block.text).tests;
        if (block.is_test && !named.empty() &&
            std::find(end + 1, order.end(), named.front()) != order.end())
            text.append(static_cast<std::size_t>(std::ranges::count(block.text, '\n')), '\n');
        else
            text += block.text;
    }
    return test_source(std::move(text), source.path);
}

TestSource test_source_of(const Course& course, const Exercise& exercise, const std::string& last) {
    if (exercise.is_about_a_program()) return {};
    const auto path = course.root / exercise.test_source();
    auto source = test_source(sys::read_file_if_present(path).value_or(""), path);
    // Of two engines the second has its say only where no test fails with the first.
    auto engines = exercise.checks;
    std::erase(engines, EngineKind::must_not_compile);
    if (last.empty() || engines.size() != 1) return source;
    return tests_until(std::move(source), last, engines.front() == EngineKind::schedules);
}

std::vector<std::string> pieces_of(const TestSource& source, std::size_t pieces) {
    // What is between two tests belongs to all pieces.
    const std::vector<Block> blocks = blocks_of(source.text);
    const auto tests = static_cast<std::size_t>(std::ranges::count(blocks, true, &Block::is_test));
    // The order of the tests stays; a long test takes longer to compile than a short one.
    pieces = std::max<std::size_t>(1, std::min(pieces, tests / 2));
    std::size_t all = 0, before = 0;
    for (const Block& block : blocks) all += block.is_test ? block.text.size() : 0;
    std::vector<std::string> result(pieces);
    for (const Block& block : blocks) {
        const std::string text = "#line " + std::to_string(block.first_line) + " \"" +
                                 source.path.string() + "\"\n" + block.text;
        if (block.is_test) {
            const std::size_t middle = before + block.text.size() / 2;
            result[middle * pieces / all] += text;
            before += block.text.size();
        } else {
            for (std::string& piece : result) piece += text;
        }
    }
    // Clang names a string of a sanitized program by what its object file exports: two pieces that
    // export the same could not be linked.
    for (std::size_t i = 0; i < pieces; ++i)
        result[i] += "int test_piece_" + std::to_string(i) + " = 0;\n";
    return result;
}

std::optional<Meddling> meddling_with_tests(std::string_view submission,
                                            std::string_view test_source) {
    static const std::regex directive(
        R"((?:^|\n)[ \t]*(?:#|%:|\?\?=)[ \t]*(define|undef|include|include_next|embed|line)\b[ \t]*([^\n]*))");
    static const std::regex first_word(R"(^\w+)");
    static const std::regex place(R"re(^(\d+)(?:[ \t]+"([^"]*)")?)re");
    const std::string code = plain_code(submission), tests = plain_code(test_source);
    std::string file;
    int moved = 0;  // by what `#line` says
    for (std::sregex_iterator match(code.begin(), code.end(), directive), end; match != end;
         ++match) {
        const std::string kind = (*match)[1], rest = (*match)[2];
        const int at =
            1 + static_cast<int>(std::count(code.begin(), code.begin() + match->position(1), '\n'));
        const int line = at + moved;
        if (std::smatch says; kind == "line") {
            if (!std::regex_search(rest, says, place)) continue;
            moved = std::atoi(says.str(1).c_str()) - (at + 1);
            if (says[2].matched) file = says[2];
            continue;
        }
        if (kind.starts_with("include") || kind == "embed") {
            if (rest.find("solutions") != std::string::npos)
                return Meddling{file, line, "includes the reference solution"};
            const bool named = rest.starts_with('<') || rest.starts_with('"');
            if (!named || rest.find("..") != std::string::npos || rest.find("/proc") == 1 ||
                rest.find("kit/") != std::string::npos || rest.find('/') == 1)
                return Meddling{file, line,
                                "includes a file that is not named plainly, or is not yours"};
            continue;
        }
        std::smatch word;
        if (!std::regex_search(rest, word, first_word)) continue;
        if (keywords().contains(word.str()))
            return Meddling{file, line, "redefines " + word.str() + ", a word of the language"};
        if (mentions(tests, word.str()))
            return Meddling{file, line, "redefines " + word.str() + ", a word that the tests use"};
    }
    return {};
}

}  // namespace course
