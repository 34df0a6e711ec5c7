// All threads of another process, stopped at the same time for as long as the object lives.
#pragma once

#include <sys/types.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace course {

// The threads of a process in the order of their creation. Empty if it is gone.
std::vector<pid_t> threads_of(pid_t pid);

// /proc/PID/task/TID/NAME; empty if it cannot be read.
std::string task_file(pid_t pid, pid_t tid, const char* name);

// What stands behind "NAME:" in the status file of a thread; empty if it does not.
std::string_view status_field(std::string_view status, std::string_view name);

// 'S' for a sleeping thread, 'Z' or 'X' for one that has ended; 0 if it is gone.
char task_state(pid_t pid, pid_t tid);

struct SystemCall {
    long number = -1;
    std::array<std::uint64_t, 6> arguments{};
    long result = 0;

    // It slept, was interrupted before anything woke it, and starts again from the beginning.
    bool restarts() const;
};

// Tracing belongs to an operating system thread: one of these lives and dies within one function.
class StoppedProcess {
  public:
    StoppedProcess(pid_t pid, const std::vector<pid_t>& ignored);
    ~StoppedProcess();
    StoppedProcess(const StoppedProcess&) = delete;
    StoppedProcess& operator=(const StoppedProcess&) = delete;

    // All threads but the ignored ones and those that have ended, in order of creation; empty if
    // they could not all be stopped.
    const std::vector<pid_t>& threads() const { return order_; }

    // The call that the stop interrupted; the number is -1 for a thread that ran.
    SystemCall interrupted_call(pid_t tid) const;

    // A signal is on its way to the thread.
    bool is_signalled(pid_t tid) const;

    // The four bytes at an address of the process.
    std::optional<std::uint32_t> word(std::uint64_t address) const;

  private:
    enum class Attach { stopped, ended, refused };
    struct Thread {
        pid_t tid;
        int signal;  // one that was on its way to the thread when it stopped
    };

    bool stop_all(const std::vector<pid_t>& ignored);
    Attach seize(pid_t tid) const;
    bool wait_for_stop(Thread& thread) const;
    void reap(pid_t tid, int flags) const;
    void let_go();

    pid_t pid_;
    std::vector<Thread> stopped_;
    std::vector<pid_t> order_;
};

}  // namespace course
