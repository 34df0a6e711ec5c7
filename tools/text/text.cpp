#include "text/text.hpp"

#include <algorithm>
#include <numeric>

namespace text {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    std::iota(last.begin(), last.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = a[i - 1] == b[j - 1];
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        before.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

std::vector<std::string> nearest(std::string_view name,
                                 const std::vector<std::string>& candidates) {
    const std::size_t tolerated = std::max<std::size_t>(2, name.size() / 3);
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const auto& candidate : candidates) {
        std::size_t distance = edit_distance(name, candidate);
        if (name.size() >= 3 && candidate.find(name) != std::string::npos) distance = 1;
        if (distance <= tolerated) near.emplace_back(distance, candidate);
    }
    std::ranges::sort(near);
    while (near.size() > 3 || (!near.empty() && near.back().first > near.front().first)) {
        near.pop_back();
    }
    std::vector<std::string> names;
    for (auto& [distance, candidate] : near) names.push_back(std::move(candidate));
    return names;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates) {
    const auto names = nearest(name, candidates);
    return names.empty() ? "" : "; did you mean " + enumerate(names) + "?";
}

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
    return digits;
}

std::string counted(std::uint64_t number, std::string_view thing) {
    return grouped(number) + " " + std::string(thing) + (number == 1 ? "" : "s");
}

std::string enumerate(const std::vector<std::string>& words, std::string_view last_word) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " " + std::string(last_word) + " " : ", ";
        text += words[i];
    }
    return text;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string text_of(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + '\n';
    return text;
}

std::string indented(std::string_view text) {
    std::string result;
    for (const auto& line : lines_of(text)) result += "    " + line + '\n';
    return result;
}

std::vector<std::string> dedented(std::vector<std::string> lines) {
    auto shared = std::string::npos;
    for (const auto& line : lines) shared = std::min(shared, line.find_first_not_of(' '));
    for (auto& line : lines) line.erase(0, std::min(shared, line.size()));
    return lines;
}

std::string first_difference(const std::vector<std::string>& expected,
                             const std::vector<std::string>& came) {
    auto shown = [](const std::vector<std::string>& lines, std::size_t i) {
        return i < lines.size() ? "`" + lines[i] + "`" : std::string("the end");
    };
    for (std::size_t i = 0; i < std::max(expected.size(), came.size()); ++i) {
        if (i < expected.size() && i < came.size() && expected[i] == came[i]) continue;
        return "line " + std::to_string(i + 1) + ": expected " + shown(expected, i) + ", came " +
               shown(came, i);
    }
    return {};
}

std::string_view last_lines(std::string_view text, int lines) {
    std::size_t begin = text.size() - text.ends_with('\n');
    while (begin > 0 && (text[begin - 1] != '\n' || --lines > 0)) --begin;
    return text.substr(begin);
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find(separator, begin);
        parts.emplace_back(text.substr(begin, end - begin));
        if (end == std::string_view::npos) return parts;
        begin = end + 1;
    }
}

std::string_view without_trailing_blanks(std::string_view text) {
    return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

}  // namespace text
