#include "course/stacks/thread_states.hpp"

#include <elfutils/libdwfl.h>

#include <algorithm>
#include <map>

#include "course/stacks/stopped_process.hpp"
#include "course/stacks/waits.hpp"

namespace course {
namespace {

constexpr std::size_t kMostFrames = 200;  // an endless recursion has as many as it likes

// Threads mostly share their callers, so each address is looked up once.
struct Walk {
    Dwfl* dwfl;
    std::map<Dwarf_Addr, std::vector<Frame>> known;
    std::vector<Frame> frames;

    const std::vector<Frame>& at(Dwarf_Addr address) {
        const auto [entry, is_new] = known.try_emplace(address);
        if (is_new) entry->second = symbols::frames_at(dwfl, address);
        return entry->second;
    }
};

int add_frame(Dwfl_Frame* frame, void* argument) {
    auto& walk = *static_cast<Walk*>(argument);
    Dwarf_Addr address = 0;
    bool exact = false;
    if (!dwfl_frame_pc(frame, &address, &exact)) return DWARF_CB_ABORT;
    // A return address may already belong to the next line.
    const std::vector<Frame>& found = walk.at(exact ? address : address - 1);
    walk.frames.insert(walk.frames.end(), found.begin(), found.end());
    return walk.frames.size() < kMostFrames ? DWARF_CB_OK : DWARF_CB_ABORT;
}

// Any living thread stands for the process: the main thread may have ended before the others.
symbols::DwflHandle modules_of(pid_t tid) {
    symbols::DwflHandle dwfl(dwfl_begin(&symbols::files_alone()));
    if (!dwfl || dwfl_linux_proc_report(dwfl.get(), tid) != 0 ||
        dwfl_report_end(dwfl.get(), nullptr, nullptr) != 0 ||
        dwfl_linux_proc_attach(dwfl.get(), tid, true) < 0)
        return nullptr;
    return dwfl;
}

std::string name_of(pid_t tid, pid_t pid, const std::vector<pid_t>& tids) {
    if (tid == pid) return "main thread";
    const auto before = std::find(tids.begin(), tids.end(), tid) - tids.begin();
    const bool main_is_there = !tids.empty() && tids.front() == pid;
    return "thread " + std::to_string(before + (main_is_there ? 0 : 1));
}

}  // namespace

std::vector<ThreadState> thread_states(pid_t pid, const std::vector<pid_t>& ignored) {
    const StoppedProcess process(pid, ignored);
    const std::vector<pid_t>& tids = process.threads();
    if (tids.empty()) return {};
    const symbols::DwflHandle dwfl = modules_of(tids.front());
    Walk walk{dwfl.get(), {}, {}};
    std::vector<ThreadState> states;
    for (const pid_t tid : tids) {
        walk.frames.clear();
        if (dwfl) dwfl_getthread_frames(dwfl.get(), tid, add_frame, &walk);
        states.push_back(
            {.tid = tid, .name = name_of(tid, pid, tids), .waits_for = {}, .frames = walk.frames});
    }
    for (ThreadState& state : states) explain_wait(state, states, process);
    return states;
}

}  // namespace course
