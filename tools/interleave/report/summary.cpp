#include "interleave/report/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <string_view>
#include <vector>

#include "interleave/report/history.hpp"
#include "text/text.hpp"

namespace interleave::report {
namespace {

constexpr std::string_view kWaitsFor = "waits for ";
constexpr std::string_view kHeldBy = ", held by ";
constexpr std::size_t kMostNamed = 6;  // threads that a sentence can name before it is a list

struct Wait {
    const ThreadInfo* thread = nullptr;
    std::string what;
    int on = -1;  // the thread that could end the wait, where the state names one
};

std::vector<Wait> waits_of(const Result& result) {
    std::vector<Wait> waits;
    for (const ThreadInfo& info : result.threads) {
        if (!info.state.starts_with(kWaitsFor)) continue;
        Wait wait{&info, short_state(info.state).substr(kWaitsFor.size()), -1};
        const std::size_t held = info.state.rfind(kHeldBy);
        const std::string holder =
            held == std::string::npos ? wait.what : info.state.substr(held + kHeldBy.size());
        for (const ThreadInfo& other : result.threads) {
            const std::string name = thread_name(result, other.id);
            if (holder == name || holder.ends_with(" " + name)) wait.on = other.id;
        }
        waits.push_back(std::move(wait));
    }
    return waits;
}

const Wait* wait_of(const std::vector<Wait>& waits, int thread) {
    const auto found =
        std::ranges::find_if(waits, [&](const Wait& wait) { return wait.thread->id == thread; });
    return found == waits.end() ? nullptr : &*found;
}

// The waits that form a circle, beginning with the thread of the lowest number; empty without one.
std::vector<const Wait*> circle(const std::vector<Wait>& waits) {
    for (const Wait& start : waits) {
        std::vector<const Wait*> path;
        for (const Wait* at = &start; at && path.size() <= waits.size();) {
            path.push_back(at);
            at = wait_of(waits, at->on);
            if (at == &start) return path;
        }
    }
    return {};
}

std::string in_words(const Result& result, const std::vector<const Wait*>& waits) {
    std::string words;
    for (std::size_t i = 0; i < waits.size() && i < kMostNamed; ++i) {
        const ThreadInfo& thread = *waits[i]->thread;
        if (i > 0) words += "; ";
        words += thread_name(result, thread.id);
        if (!thread.holds.empty()) words += " holds " + text::enumerate(thread.holds, "and") + ",";
        words += " waits for " + waits[i]->what;
    }
    if (waits.size() > kMostNamed) words += fmt::format("; and {} more", waits.size() - kMostNamed);
    return words;
}

// What GoogleTest says on five lines, a screen says on one.
std::string in_one_sentence(const std::string& message) {
    static const std::regex equality(
        "Expected equality of these values:\n  ([^\n]+)\n(?:    Which is: ([^\n]+)\n)?"
        "  ([^\n]+?)(?:\n    Which is: ([^\n]+?))?( at [^ \n]+:\\d+|\n[^]*)?");
    static const std::regex boolean(
        "Value of: ([^\n]+)\n  Actual: [^\n]+\nExpected: (true|false)( at [^ \n]+:\\d+|\n[^]*)?");
    std::smatch match;
    std::string sentence, rest;
    if (std::regex_match(message, match, equality)) {
        sentence = fmt::format("{} == {} is expected", match[1].str(), match[3].str());
        const std::string first = match[2], second = match[4];
        if (!first.empty()) sentence += fmt::format(", but {} is {}", match[1].str(), first);
        if (!second.empty())
            sentence += fmt::format("{} {} is {}", first.empty() ? ", but" : " and", match[3].str(),
                                    second);
        rest = match[5];
    } else if (std::regex_match(message, match, boolean)) {
        sentence = fmt::format("{} is expected to be {}", match[1].str(), match[2].str());
        rest = match[3];
    } else {
        return message;
    }
    if (rest.starts_with('\n')) rest.replace(0, 1, ": ");
    return sentence + rest;
}

bool is_random(const Result& result) {
    return !result.mode.empty() && result.mode != "bounded" && result.mode != "dpor";
}

std::string bound_in_words(const Result& result) {
    if (result.bound < 0) return {};
    return "at most " + text::counted(static_cast<std::uint64_t>(result.bound), "preemption");
}

std::string seed_in_words(const Result& result) {
    return is_random(result) ? fmt::format("seed {}", result.seed) : std::string();
}

std::string mode_in_words(const Result& result, const std::string& bound) {
    std::string words;
    for (const std::string& part : {result.mode, bound, seed_in_words(result)}) {
        if (part.empty()) continue;
        if (!words.empty()) words += ", ";
        words += part;
    }
    return words;
}

std::string in_brackets(const std::string& mode, std::string_view rest) {
    if (mode.empty() && rest.empty()) return {};
    if (mode.empty() || rest.empty()) return fmt::format(" ({}{})", mode, rest);
    return fmt::format(" ({}; {})", mode, rest);
}

}  // namespace

std::string passed_in_words(const Result& result) {
    const std::string bound = bound_in_words(result);
    const std::uint64_t count = result.executions;
    if (count == 0) return "no execution was run" + in_brackets(mode_in_words(result, bound), "");
    if (!result.exhausted) {
        const std::string brackets = in_brackets(mode_in_words(result, bound), "not exhaustive");
        if (count == 1) return "1 execution was run, it does not fail" + brackets;
        return fmt::format("none of {} executions fails{}", text::grouped(count), brackets);
    }
    const std::string with = bound.empty() ? "" : " with " + bound;
    const std::string brackets = in_brackets(mode_in_words(result, ""), "");
    if (count == 1) return "the only execution" + with + " explored, it does not fail" + brackets;
    return fmt::format("all {} executions{} explored, none fails{}", text::grouped(count), with,
                       brackets);
}

std::string search_in_words(const Result& result) {
    const std::string mode = mode_in_words(result, bound_in_words(result));
    const std::string_view extent = !result.exhausted   ? "not exhaustive"
                                    : result.bound >= 0 ? "every execution within the bound"
                                                        : "every execution";
    return fmt::format("{} in {:.2f} s{}", text::counted(result.executions, "execution"),
                       result.seconds, in_brackets(mode, extent));
}

std::string headline(const Result& result) {
    if (!result.message.empty()) return in_one_sentence(result.message);
    if (result.verdict == Verdict::passed) return passed_in_words(result);
    std::string name = to_string(result.verdict);
    std::ranges::replace(name, '_', ' ');
    return name;
}

std::string waits_in_words(const Result& result) {
    const std::vector<Wait> waits = waits_of(result);
    const std::vector<const Wait*> round = circle(waits);
    const bool matters = result.verdict == Verdict::deadlock ||
                         result.verdict == Verdict::lost_wakeup ||
                         result.verdict == Verdict::livelock;
    if (waits.empty() || !matters) return {};
    std::vector<const Wait*> others;
    for (const Wait& wait : waits) {
        if (std::ranges::find(round, &wait) == round.end()) others.push_back(&wait);
    }
    if (round.empty()) return "At the end: " + in_words(result, others) + ".";
    std::string words = "The circle: " + in_words(result, round) + ".";
    if (!others.empty()) words += " Behind it: " + in_words(result, others) + ".";
    return words;
}

std::string short_state(const std::string& state) {
    if (!state.starts_with(kWaitsFor)) return state;
    return state.substr(0, state.rfind(kHeldBy));
}

}  // namespace interleave::report
