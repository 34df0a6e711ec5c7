#include "course/stacks/standstill.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace course {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kMostNames = 4;
constexpr std::string_view kTheLock = "the lock";

const ThreadState* find(const std::vector<ThreadState>& threads, pid_t tid) {
    const auto at = std::ranges::find(threads, tid, &ThreadState::tid);
    return at == threads.end() ? nullptr : &*at;
}

std::string place(const ThreadState& thread, const std::function<bool(const Frame&)>& is_learners) {
    const auto frame = std::ranges::find_if(thread.frames, is_learners);
    if (frame == thread.frames.end()) return {};
    return frame->file + ':' + std::to_string(frame->line) + " in " + frame->function;
}

// Threads that wait for the same thing at the same place.
struct Group {
    std::vector<const ThreadState*> threads;
    std::string place;
};

std::vector<Group> group(const std::vector<ThreadState>& threads,
                         const std::function<bool(const Frame&)>& is_learners) {
    std::vector<Group> groups;
    for (const ThreadState& thread : threads) {
        std::string where = place(thread, is_learners);
        const auto same = std::ranges::find_if(groups, [&](const Group& g) {
            return g.place == where && g.threads.front()->waits_for == thread.waits_for;
        });
        if (same != groups.end())
            same->threads.push_back(&thread);
        else
            groups.push_back({{&thread}, std::move(where)});
    }
    return groups;
}

std::string names(const Group& group) {
    if (group.threads.size() > kMostNames) return std::to_string(group.threads.size()) + " threads";
    std::string text;
    for (const ThreadState* thread : group.threads) {
        const bool last = thread == group.threads.back();
        if (!text.empty()) text += last ? " and " : ", ";
        text += thread->name;
    }
    return text;
}

std::string action(const Group& group) {
    const bool several = group.threads.size() > 1;
    const std::string& what = group.threads.front()->waits_for;
    if (what.empty()) return several ? "run" : "runs";
    return (several ? "wait for " : "waits for ") + what;
}

// The threads from `start` along those that hold what each waits for, back to `start`; empty if
// the way leads elsewhere.
std::vector<const ThreadState*> circle(const std::vector<ThreadState>& threads,
                                       const ThreadState& start) {
    std::vector<const ThreadState*> way{&start};
    while (way.size() <= threads.size()) {
        const ThreadState* next = find(threads, way.back()->holder);
        if (!next) return {};
        if (next == &start) return way;
        way.push_back(next);
    }
    return {};
}

// "thread 1 waits for the lock that thread 2 holds, and thread 2 for the one that thread 1 holds"
std::string sentence(const std::vector<const ThreadState*>& circle) {
    std::string text;
    bool after_lock = false;
    for (const ThreadState* thread : circle) {
        const bool first = thread == circle.front();
        const bool is_lock = thread->waits_for.starts_with(kTheLock);
        if (!first) text += thread == circle.back() ? ", and " : ", ";
        text += thread->name + (first ? " waits for " : " for ");
        text += is_lock && after_lock ? "the one" + thread->waits_for.substr(kTheLock.size())
                                      : thread->waits_for;
        after_lock = is_lock;
    }
    return text + (circle.size() > 1 ? ": none of them can go on" : ": it can never go on");
}

}  // namespace

std::vector<std::string> describe_standstill(const std::vector<ThreadState>& threads,
                                             const std::function<bool(const Frame&)>& is_learners) {
    const std::vector<Group> groups = group(threads, is_learners);
    std::size_t widest = 0;
    for (const Group& group : groups) widest = std::max(widest, names(group).size());
    std::vector<std::string> lines;
    for (const Group& group : groups) {
        std::string line = names(group);
        line += std::string(widest - line.size() + 2, ' ') + action(group);
        const bool fits = line.size() + 3 + group.place.size() <= kWidth;
        if (!group.place.empty() && fits) line += "   " + group.place;
        lines.push_back(std::move(line));
        if (!group.place.empty() && !fits) lines.push_back("    " + group.place);
    }
    std::set<pid_t> told;
    for (const ThreadState& thread : threads) {
        if (told.contains(thread.tid)) continue;
        const auto members = circle(threads, thread);
        for (const ThreadState* member : members) told.insert(member->tid);
        if (!members.empty()) lines.push_back(sentence(members));
    }
    return lines;
}

}  // namespace course
