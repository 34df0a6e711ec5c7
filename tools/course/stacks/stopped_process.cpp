#include "course/stacks/stopped_process.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <memory>

namespace course {
namespace {

bool contains(const std::vector<pid_t>& list, pid_t tid) {
    return std::ranges::find(list, tid) != list.end();
}

std::string proc_path(pid_t pid, pid_t tid, const char* name) {
    return "/proc/" + std::to_string(pid) + "/task/" + std::to_string(tid) + "/" + name;
}

std::vector<pid_t> listed_threads(pid_t pid) {
    const std::string folder = "/proc/" + std::to_string(pid) + "/task";
    const std::unique_ptr<DIR, int (*)(DIR*)> dir(::opendir(folder.c_str()), ::closedir);
    std::vector<pid_t> tids;
    while (const dirent* entry = dir ? ::readdir(dir.get()) : nullptr)
        if (const int tid = std::atoi(entry->d_name); tid > 0) tids.push_back(tid);
    return tids;
}

// A set of signals, one bit each.
std::uint64_t signals(std::string_view status, std::string_view name) {
    const std::string_view digits = status_field(status, name);
    std::uint64_t set = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), set, 16);
    return set;
}

bool is_our_child(pid_t pid) {
    return status_field(task_file(pid, pid, "status"), "PPid") == std::to_string(::getpid());
}

}  // namespace

// The kernel cuts its list short when a thread ends while it is being read; the count tells.
std::vector<pid_t> threads_of(pid_t pid) {
    for (;;) {
        std::vector<pid_t> tids = listed_threads(pid);
        const std::string status = task_file(pid, pid, "status");
        if (status.empty() || tids.empty()) return {};
        if (status_field(status, "Threads") == std::to_string(tids.size())) return tids;
    }
}

std::string task_file(pid_t pid, pid_t tid, const char* name) {
    const int file = ::open(proc_path(pid, tid, name).c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return {};
    std::string text(8192, '\0');
    const ssize_t length = ::read(file, text.data(), text.size());
    ::close(file);
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
    return text;
}

std::string_view status_field(std::string_view status, std::string_view name) {
    while (!status.empty()) {
        const std::string_view line = status.substr(0, status.find('\n'));
        if (line.starts_with(name) && line.substr(name.size()).starts_with(":\t"))
            return line.substr(name.size() + 2);
        status.remove_prefix(std::min(line.size() + 1, status.size()));
    }
    return {};
}

char task_state(pid_t pid, pid_t tid) {
    const std::string status = task_file(pid, tid, "status");
    const std::string_view state = status_field(status, "State");
    return state.empty() ? '\0' : state[0];
}

bool SystemCall::restarts() const {
    // The kernel's own -ERESTARTSYS, -ERESTARTNOINTR and -ERESTARTNOHAND; only a tracer sees them.
    // A call that remembers a time-out has -ERESTART_RESTARTBLOCK instead.
    return number >= 0 && (result == -512 || result == -513 || result == -514);
}

StoppedProcess::StoppedProcess(pid_t pid, const std::vector<pid_t>& ignored) : pid_(pid) {
    if (!stop_all(ignored)) let_go();
    for (const Thread& thread : stopped_) order_.push_back(thread.tid);
}

StoppedProcess::~StoppedProcess() {
    let_go();
}

// Seizes what is there until a further look finds no thread that is new: those that are stopped
// cannot start any. False if one cannot be stopped.
bool StoppedProcess::stop_all(const std::vector<pid_t>& ignored) {
    std::vector<pid_t> done = ignored;
    for (bool found = true; found;) {
        found = false;
        const std::size_t first = stopped_.size();
        for (const pid_t tid : threads_of(pid_)) {
            if (contains(done, tid)) continue;
            done.push_back(tid);
            found = true;
            const Attach attach = seize(tid);
            if (attach == Attach::refused) {
                // Those that were asked to stop must do so before they can be let go.
                std::erase_if(stopped_, [&](Thread& t) { return !wait_for_stop(t); });
                return false;
            }
            if (attach == Attach::stopped) stopped_.push_back({tid, -1});
        }
        for (std::size_t i = first; i < stopped_.size();)
            if (wait_for_stop(stopped_[i]))
                ++i;
            else
                stopped_.erase(stopped_.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return true;
}

StoppedProcess::Attach StoppedProcess::seize(pid_t tid) const {
    if (::ptrace(PTRACE_SEIZE, tid, nullptr, nullptr) == 0) {
        ::ptrace(PTRACE_INTERRUPT, tid, nullptr, nullptr);
        return Attach::stopped;
    }
    const char state = task_state(pid_, tid);
    return state == '\0' || state == 'Z' || state == 'X' ? Attach::ended : Attach::refused;
}

// False: the thread ended before it stopped. Not a plain blocking wait: the kernel never reports
// a main thread that ends before the others.
bool StoppedProcess::wait_for_stop(Thread& thread) const {
    if (thread.signal >= 0) return true;
    for (timespec pause{0, 10'000};; pause.tv_nsec = std::min(pause.tv_nsec * 2, 1'000'000L)) {
        siginfo_t info{};
        const int done =
            ::waitid(P_PID, static_cast<id_t>(thread.tid), &info, WSTOPPED | WNOHANG | __WALL);
        if (done == 0 && info.si_pid == thread.tid) {
            // A stop that we asked for carries an event; any other is a signal to be passed on.
            thread.signal = (info.si_status >> 8) != 0 ? 0 : info.si_status;
            return true;
        }
        const char state = task_state(pid_, thread.tid);
        if (state == '\0' || state == 'Z' || state == 'X') {
            reap(thread.tid, WNOHANG);
            return false;
        }
        ::nanosleep(&pause, nullptr);
    }
}

// A traced thread that has ended stays a zombie, and keeps its process from ending, until its
// tracer has seen it. The exit status of a child, however, belongs to the one who started it.
void StoppedProcess::reap(pid_t tid, int flags) const {
    if (tid == pid_ && is_our_child(pid_)) return;
    siginfo_t info{};
    ::waitid(P_PID, static_cast<id_t>(tid), &info, WEXITED | __WALL | flags);
}

// A stopped thread that cannot be let go has been killed; the main thread is a zombie only when
// the others are gone.
void StoppedProcess::let_go() {
    std::erase_if(stopped_, [](const Thread& thread) {
        return ::ptrace(PTRACE_DETACH, thread.tid, nullptr, thread.signal) == 0;
    });
    std::ranges::partition(stopped_, [this](const Thread& thread) { return thread.tid != pid_; });
    for (const Thread& thread : stopped_) reap(thread.tid, 0);
    stopped_.clear();
}

SystemCall StoppedProcess::interrupted_call(pid_t tid) const {
    SystemCall call;
#ifdef __x86_64__
    user_regs_struct regs{};
    if (::ptrace(PTRACE_GETREGS, tid, nullptr, &regs) != 0) return call;
    call.number = static_cast<long>(regs.orig_rax);
    call.arguments = {regs.rdi, regs.rsi, regs.rdx, regs.r10, regs.r8, regs.r9};
    call.result = static_cast<long>(regs.rax);
#endif
    return call;
}

bool StoppedProcess::is_signalled(pid_t tid) const {
    const auto thread = std::ranges::find(stopped_, tid, &Thread::tid);
    if (thread == stopped_.end() || thread->signal != 0) return true;
    const std::string status = task_file(pid_, tid, "status");
    return (signals(status, "SigPnd") | signals(status, "ShdPnd")) & ~signals(status, "SigBlk");
}

std::optional<std::uint32_t> StoppedProcess::word(std::uint64_t address) const {
    if (stopped_.empty()) return std::nullopt;
    // Reads the eight bytes around it: they never cross the end of a page.
    const std::uint64_t start = address & ~std::uint64_t{7};
    errno = 0;
    const long bytes = ::ptrace(PTRACE_PEEKDATA, stopped_.front().tid, start, nullptr);
    if (errno != 0) return std::nullopt;
    return static_cast<std::uint32_t>(static_cast<std::uint64_t>(bytes) >> (8 * (address - start)));
}

}  // namespace course
