#include "course/stacks/waits.hpp"

#include <linux/futex.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "course/stacks/futex.hpp"

namespace course {
namespace {

struct KnownWait {
    std::string_view part;  // of the function's name or of the end of its file's
    std::string_view text;
};

constexpr std::string_view kLock = "a lock";
constexpr std::string_view kReadWriteLock = "a read-write lock";
constexpr std::string_view kEnd = "a thread to end";
constexpr std::string_view kCondition = "a condition variable";
constexpr std::string_view kSemaphore = "a semaphore";
constexpr std::string_view kBarrier = "the others at a barrier";
constexpr std::string_view kFuture = "a future to become ready";

// The files are those of the standard library's inlined functions, for which clang with few debug
// information records no namespace.
constexpr auto kKnownWaits = std::to_array<KnownWait>({
    {"pthread_mutex_", kLock},
    {"lll_lock_wait", kLock},
    {"pthread_rwlock_", kReadWriteLock},
    {"pthread_join", kEnd},
    {"pthread_clockjoin", kEnd},
    {"pthread_cond_", kCondition},
    {"std::condition_variable", kCondition},
    {"/condition_variable", kCondition},
    {"sem_wait", kSemaphore},
    {"_semaphore", kSemaphore},
    {"/semaphore", kSemaphore},
    {"pthread_barrier_wait", kBarrier},
    {"std::barrier<", kBarrier},
    {"/barrier", kBarrier},
    {"std::latch::", "a latch to count down"},
    {"/latch", "a latch to count down"},
    {"_M_futex_wait_until", kFuture},
    {"/future", kFuture},
    {"std::__atomic_wait", "an atomic value to change"},
    {"/bits/atomic_wait.h", "an atomic value to change"},
    {"pthread_once", "a call_once to be done"},
    {"__cxa_guard_acquire", "a static variable to be initialised"},
    {"nanosleep", "a time to pass"},
    // The grader's own, of tests/kit.
    {"probe::Meeting", "the other tasks, which should be at work as well"},
    {"probe::StillGate", "the test to let it go on"},
});

bool is_library(const Frame& frame) {
    return frame.file.empty() || frame.file.starts_with("/usr/") ||
           frame.function.starts_with("std::") || frame.function.starts_with("grader::") ||
           frame.function.starts_with("probe::") || frame.function.starts_with("__");
}

// The outermost known function between the kernel and the program's own code: std::latch::wait
// says more than the wait for an atomic that it is made of. Empty: none.
std::string_view wait_by_name(const std::vector<Frame>& frames) {
    std::string_view found;
    for (const Frame& frame : frames) {
        if (!is_library(frame)) break;
        for (const auto& [part, text] : kKnownWaits)
            if (frame.function.contains(part) || frame.file.ends_with(part)) found = text;
    }
    return found;
}

struct Held {
    std::string_view what;
    pid_t holder;
};

bool is_thread(pid_t tid, const std::vector<ThreadState>& all) {
    return std::ranges::find(all, tid, &ThreadState::tid) != all.end();
}

std::optional<pid_t> thread_at(const StoppedProcess& process, std::uint64_t address,
                               const std::vector<ThreadState>& all) {
    const auto value = process.word(address);
    if (!value) return std::nullopt;
    const auto tid = static_cast<pid_t>(*value & FUTEX_TID_MASK);
    return is_thread(tid, all) ? std::optional(tid) : std::nullopt;
}

// Who holds what a futex wait is for, from the memory layout of the C library: a mutex has its
// owner 8 bytes behind the lock word, a read-write lock 24 bytes behind its beginning, and the
// word that a join waits for is the id of the thread, which the kernel clears at its end.
std::optional<Held> held(const FutexWait& wait, std::string_view by_name,
                         const StoppedProcess& process, const std::vector<ThreadState>& all) {
    const bool at_lock = by_name == kLock || by_name == kCondition;
    const bool contended = wait.expected == 2;  // a lock word that says: taken, and waited for
    if (wait.lock_pi || (at_lock && contended))
        if (const auto tid = thread_at(process, wait.word + (wait.lock_pi ? 0 : 8), all))
            return Held{"the lock", *tid};
    if (by_name == kReadWriteLock) {
        // Readers and writers wait at different words of it, 8 and 12 bytes from its beginning.
        const std::uint64_t lock = wait.word - (wait.word % 8 == 0 ? 8 : 12);
        if (const auto tid = thread_at(process, lock + 24, all))
            return Held{"the read-write lock", *tid};
    }
    if (wait.shared && (by_name == kEnd || by_name == kFuture || by_name.empty()))
        if (is_thread(static_cast<pid_t>(wait.expected), all))
            return Held{{}, static_cast<pid_t>(wait.expected)};
    return std::nullopt;
}

}  // namespace

void explain_wait(ThreadState& thread, const std::vector<ThreadState>& all,
                  const StoppedProcess& process) {
    const SystemCall call = process.interrupted_call(thread.tid);
    if (call.number < 0) return;
    const std::string_view by_name = wait_by_name(thread.frames);
    thread.waits_for = by_name;
    const auto wait = futex_wait(call);
    if (!wait) return;
    if (by_name.empty()) thread.waits_for = "a value in memory to change";
    const auto holding = held(*wait, by_name, process, all);
    if (!holding) return;
    thread.holder = holding->holder;
    const std::string& name = std::ranges::find(all, thread.holder, &ThreadState::tid)->name;
    if (holding->what.empty())
        thread.waits_for = name + " to end";
    else if (thread.holder == thread.tid)
        thread.waits_for = std::string(holding->what) + " that it holds itself";
    else
        thread.waits_for = std::string(holding->what) + " that " + name + " holds";
}

}  // namespace course
