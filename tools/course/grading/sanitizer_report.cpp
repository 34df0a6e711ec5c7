#include "course/grading/sanitizer_report.hpp"

#include <algorithm>
#include <cstdlib>
#include <regex>

#include "text/text.hpp"

namespace course {

using namespace text;

namespace {

struct Kind {
    const char* words;
    Verdict verdict;
};

// In the order in which they are looked for; the words are those of the reports' first lines.
constexpr Kind kKinds[] = {
    {"heap-use-after-free", Verdict::use_after_free},
    {"stack-use-after", Verdict::use_after_free},
    {"use-after-", Verdict::use_after_free},
    {"attempting double-free", Verdict::use_after_free},
    {"data race", Verdict::data_race},
    {"race on ", Verdict::data_race},
    {"detected memory leaks", Verdict::leak},
    {"thread leak", Verdict::leak},
};

Verdict verdict_of(const std::string& headline) {
    for (const Kind& kind : kKinds)
        if (headline.find(kind.words) != std::string::npos) return kind.verdict;
    return Verdict::crash;
}

std::string trimmed(const std::string& line) {
    std::size_t begin = line.find_first_not_of(' ');
    std::size_t end = line.find_last_not_of(" :");
    return begin == std::string::npos ? "" : line.substr(begin, end - begin + 1);
}

}  // namespace

SanitizerReport parse_sanitizer_report(std::string_view log) {
    static const std::regex headline(R"((?:WARNING|ERROR): (?:\w+Sanitizer): (.*))");
    static const std::regex frame(R"(^\s+#\d+ (\S+) 0x([0-9a-f]+))");
    SanitizerReport report;
    std::string title;
    bool open = false;
    for (const std::string& line : lines_of(log)) {
        std::smatch match;
        if (std::regex_search(line, match, headline)) {
            if (!report.headline.empty()) break;
            std::string text = match[1];
            report.headline = text.substr(0, std::min(text.find(" ("), text.find(" on ")));
            report.verdict = verdict_of(text);
        } else if (std::regex_search(line, match, frame)) {
            if (!open) report.sections.push_back({title, {}});
            open = true;
            report.sections.back().frames.push_back(
                frame_of(match[1].str(), std::strtoull(match[2].str().c_str(), nullptr, 16)));
        } else if (line.starts_with("SUMMARY:")) {
            break;
        } else {
            open = false;
            if (!trimmed(line).empty()) title = trimmed(line);
        }
    }
    return report;
}

}  // namespace course
