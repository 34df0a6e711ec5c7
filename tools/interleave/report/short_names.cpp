#include "interleave/report/short_names.hpp"

#include <algorithm>

namespace interleave::report {

ShortNames::ShortNames(const Result& result, bool shortened) {
    if (!shortened) return;
    for (const Event& event : result.events) all_.insert(event.object);
    for (const ThreadInfo& thread : result.threads)
        all_.insert(thread.holds.begin(), thread.holds.end());
    for (const std::string& name : all_) short_[name] = shortest(name);
}

const std::string& ShortNames::of(const std::string& name) const {
    const auto found = short_.find(name);
    return found == short_.end() ? name : found->second;
}

std::string ShortNames::of_wait(const std::string& wait) const {
    const std::size_t end = wait.find(", held by ");
    return end == std::string::npos ? of(wait) : of(wait.substr(0, end)) + wait.substr(end);
}

std::vector<std::string> ShortNames::of(std::vector<std::string> names) const {
    for (std::string& name : names) name = of(name);
    return names;
}

std::string ShortNames::shortest(const std::string& name) const {
    std::string best = name;
    for (std::size_t at = name.find_first_of(".>"); at != std::string::npos;
         at = name.find_first_of(".>", at + 1)) {
        const std::string end = name.substr(at + 1);
        const auto ends_so = [&](const std::string& other) { return other.ends_with(end); };
        if (std::ranges::count_if(all_, ends_so) > 1) break;
        best = end;
    }
    return best;
}

}  // namespace interleave::report
