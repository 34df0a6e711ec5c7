#include "course/model/verdict.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace course {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 16> kNames = {
    "passed",    "todo",           "compile_error",      "wrong_result",
    "data_race", "deadlock",       "livelock",           "lost_wakeup",
    "leak",      "use_after_free", "exception",          "crash",
    "timeout",   "not_concurrent", "should_not_compile", "tampered",
};
static_assert(kNames[static_cast<std::size_t>(Verdict::tampered)] == "tampered");

}  // namespace

std::string_view to_string(Verdict verdict) {
    return kNames[static_cast<std::size_t>(verdict)];
}

std::optional<Verdict> verdict_from(std::string_view name) {
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end()) return std::nullopt;
    return static_cast<Verdict>(found - kNames.begin());
}

std::string promise(std::string_view test_name) {
    const std::size_t dot = test_name.find('.');
    std::string text(dot == std::string_view::npos ? test_name : test_name.substr(dot + 1));
    std::ranges::replace(text, '_', ' ');
    return text;
}

std::string promise(const TestOutcome& test) {
    return test.words.empty() ? promise(test.name) : test.words;
}

}  // namespace course
