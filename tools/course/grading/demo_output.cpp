#include "course/grading/demo_output.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <vector>

#include "text/text.hpp"

namespace course::checking {

using namespace text;

namespace {

using Lines = std::vector<std::string>;

// Lines between two lines of no stream, by stream.
struct Section {
    std::map<std::string, Lines> streams;
    std::string end;  // the line of no stream that closes it; empty for the last section
};

// The longest of the streams that the line begins with; empty if there is none.
std::string stream_of(const Demo& demo, std::string_view line) {
    std::string best;
    for (const auto& stream : demo.streams) {
        if (line.starts_with(stream) && stream.size() > best.size()) best = stream;
    }
    return best;
}

std::vector<Section> sections(const Demo& demo, std::string_view output) {
    std::vector<Section> result(1);
    for (const auto& line : lines_of(output)) {
        auto stream = stream_of(demo, line);
        if (stream.empty()) {
            result.back().end = line;
            result.emplace_back();
        } else {
            result.back().streams[stream].push_back(line);
        }
    }
    return result;
}

std::string compare_stream(const std::string& stream, Lines expected, Lines came, bool may_end) {
    if (may_end) {
        auto shared = std::min(expected.size(), came.size());
        expected.resize(shared);
        came.resize(shared);
    }
    auto difference = first_difference(expected, came);
    return difference.empty() ? "" : "of the lines that begin with `" + stream + "`, " + difference;
}

std::string compare_interleaved(const Demo& demo, std::string_view captured,
                                std::string_view output) {
    auto expected = sections(demo, captured), came = sections(demo, output);
    for (std::size_t i = 0; i < std::min(expected.size(), came.size()); ++i) {
        for (const auto& stream : demo.streams) {
            bool may_end =
                std::ranges::find(demo.may_lose_tail, stream) != demo.may_lose_tail.end();
            auto wrong = compare_stream(stream, expected[i].streams[stream],
                                        came[i].streams[stream], may_end);
            if (!wrong.empty()) return wrong;
        }
        if (expected[i].end != came[i].end) break;
    }
    Lines expected_ends, came_ends;
    for (const auto& section : expected) expected_ends.push_back(section.end);
    for (const auto& section : came) came_ends.push_back(section.end);
    auto difference = first_difference(expected_ends, came_ends);
    return difference.empty() ? "" : "of the lines that belong to no stream, " + difference;
}

// "==12==ERROR: AddressSanitizer: heap-use-after-free on address 0x..." as
// "ERROR: AddressSanitizer: heap-use-after-free"; empty for any other line.
std::string headline(std::string_view line) {
    auto start = std::min(line.find("ERROR: "), line.find("WARNING: "));
    auto name = line.find("Sanitizer: ");
    if (start == line.npos || name == line.npos || name < start) return {};
    auto text = line.substr(start);
    for (std::string_view varying : {" on address ", " on unknown address ", " (pid=", " 0x"}) {
        text = text.substr(0, text.find(varying));
    }
    return std::string(trimmed(text));
}

bool is_rule(std::string_view line) {
    return line.size() >= 18 && line.find_first_not_of('=') == line.npos;
}

// A line that a sanitizer puts after "==12==", where 12 is the process.
bool is_sanitizer_note(std::string_view line) {
    if (!line.starts_with("==")) return false;
    auto digits = line.substr(2);
    auto end = digits.find_first_not_of("0123456789");
    return end != 0 && end != digits.npos && digits.substr(end).starts_with("==");
}

}  // namespace

std::string comparable(const Demo& demo, std::string_view output) {
    if (demo.engine != EngineKind::thread && demo.engine != EngineKind::address) {
        return std::string(output);
    }
    Lines own, headlines;
    // ThreadSanitizer closes a report with a rule and the program goes on; AddressSanitizer and
    // the leak check end the program, and with it the output.
    bool in_report = false;
    for (const auto& line : lines_of(output)) {
        auto title = headline(line);
        if (!title.empty()) {
            in_report = true;
            if (std::ranges::find(headlines, title) == headlines.end()) headlines.push_back(title);
        } else if (is_rule(line)) {
            in_report = false;
        } else if (!in_report && !is_sanitizer_note(line) &&
                   !line.starts_with("ThreadSanitizer: reported ")) {
            own.push_back(line);
        }
    }
    return text_of(own) + text_of(headlines);
}

std::string disallowed(const Demo& demo, std::string_view captured, std::string_view output) {
    if (demo.output == Demo::Output::interleaved) {
        return compare_interleaved(demo, captured, output);
    }
    auto expected = lines_of(captured), came = lines_of(output);
    if (demo.output == Demo::Output::any_order) {
        std::ranges::sort(expected);
        std::ranges::sort(came);
        auto difference = first_difference(expected, came);
        return difference.empty() ? "" : "once the lines of both are sorted, " + difference;
    }
    return first_difference(expected, came);
}

std::string unusable(const Demo& demo, std::string_view captured) {
    auto lines = lines_of(captured);
    for (const auto& stream : demo.streams) {
        bool occurs = std::ranges::any_of(
            lines, [&](const std::string& line) { return stream_of(demo, line) == stream; });
        if (!occurs) return "no line begins with `" + stream + "`, which the manifest lists";
    }
    for (const auto& stream : demo.may_lose_tail) {
        if (std::ranges::find(demo.streams, stream) == demo.streams.end()) {
            return "`" + stream + "` may lose its tail but is not one of the streams";
        }
    }
    if (demo.output != Demo::Output::interleaved && !demo.streams.empty()) {
        return "streams are listed, but the output is not interleaved";
    }
    return {};
}

}  // namespace course::checking
