#include "course/stacks/stillness.hpp"

#include <linux/futex.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "course/stacks/futex.hpp"
#include "course/stacks/stopped_process.hpp"

namespace course {
namespace {

bool contains(const std::vector<pid_t>& list, pid_t tid) {
    return std::ranges::find(list, tid) != list.end();
}

struct Look {
    std::string seen;         // each thread and how often it was switched; empty: not all sleep
    bool knows_calls = true;  // /proc said for each of them that it is in an endless wait
};

std::string switches(std::string_view status) {
    std::string counts;
    for (const char* kind : {"voluntary_ctxt_switches", "nonvoluntary_ctxt_switches"})
        counts.append(" ").append(status_field(status, kind));
    return counts;
}

// The call that a thread is in; the kernel names it only for one that is off its processor.
std::optional<SystemCall> parse_call(const std::string& line) {
    std::istringstream text(line);
    SystemCall call;
    if (!(text >> call.number)) return std::nullopt;
    for (std::uint64_t& argument : call.arguments)
        if (!(text >> std::hex >> argument)) return std::nullopt;
    return call;
}

// Adds a thread to the look; false if it does not sleep in an endless wait, as far as /proc says.
// The switches are the same before and after its call is read, so that the counts of two looks
// cover the whole time between the two calls.
bool add_thread(pid_t pid, pid_t tid, Look& look) {
    const std::string status = task_file(pid, tid, "status");
    const std::string_view state = status_field(status, "State");
    if (state.starts_with('Z') || state.starts_with('X')) return true;
    if (!state.starts_with('S')) return false;
    const std::string line = task_file(pid, tid, "syscall");
    if (line.empty()) {
        look.knows_calls = false;
    } else {
        const auto call = parse_call(line);
        if (!call || !endless_futex_wait(*call)) return false;
    }
    const std::string counts = switches(status);
    look.seen += std::to_string(tid) + counts + '\n';
    return counts == switches(task_file(pid, tid, "status"));
}

Look look_at(pid_t pid, const std::vector<pid_t>& ignored) {
    Look look;
    for (const pid_t tid : threads_of(pid))
        if (!contains(ignored, tid) && !add_thread(pid, tid, look)) return {};
    return look;
}

// With all threads stopped: whether this one, when it goes on, goes back to sleep. The stop may
// come between a signal that woke the thread and its handler.
bool sleeps_on(const StoppedProcess& process, pid_t tid) {
    const SystemCall call = process.interrupted_call(tid);
    const auto wait = endless_futex_wait(call);
    if (!wait || !call.restarts() || process.is_signalled(tid)) return false;
    const auto word = process.word(wait->word);
    if (!word) return false;
    if (!wait->lock_pi) return *word == wait->expected;
    const auto owner = static_cast<pid_t>(*word & FUTEX_TID_MASK);
    return (*word & FUTEX_OWNER_DIED) == 0 && contains(process.threads(), owner);
}

}  // namespace

bool exact_look(pid_t pid, const std::vector<pid_t>& ignored) {
    const StoppedProcess process(pid, ignored);
    const auto& threads = process.threads();
    return !threads.empty() &&
           std::ranges::all_of(threads, [&](pid_t tid) { return sleeps_on(process, tid); });
}

bool StillnessProbe::stands_still(const std::vector<pid_t>& ignored) {
    Look look = look_at(pid_, ignored);
    const bool same = !look.seen.empty() && look.seen == last_look_;
    last_look_ = std::move(look.seen);
    return same && (look.knows_calls || exact_look(pid_, ignored));
}

}  // namespace course
