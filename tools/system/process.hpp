// Starts a process, bounds it and makes sure that nothing of it is left behind.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sys {

struct Limits {
    double cpu_seconds = 0;  // processor time of the process; 0: none
    // The last resort, for what waits; what works is left to the above. Seconds in which the
    // machine is too busy to look at the process do not count.
    double wall_seconds = 600;
    std::size_t memory_bytes = 0;   // resident memory of the process; 0: none
    std::size_t address_bytes = 0;  // address space of each process of it; 0: none
    std::size_t file_bytes = 0;     // the largest file that it may write; 0: none
    std::size_t written_bytes = 0;  // to files and pipes, in all; 0: none
    std::size_t output_bytes = 0;   // on stdout and stderr together; 0: none
    int threads = 0;                // 0: no limit
};

struct ProcessSpec {
    std::vector<std::string> argv;         // argv[0] is looked up in PATH
    std::filesystem::path directory;       // where it starts; empty: where this process is
    std::vector<std::string> environment;  // "NAME=value", added to the own ones
    std::string input;                     // its standard input
    Limits limits;
    bool confine = false;         // a graded program: no other processes, no signals to others
    bool same_addresses = false;  // in each run; a confined one has them in any case
    bool allow_tracing = false;   // confined, but AddressSanitizer's leak check may trace it
    std::vector<int> inherited;   // descriptors that stay open under the same number
    std::function<void(std::string_view)> on_output;  // called with each piece as it comes
};

// Why a process was ended.
enum class Overrun { cpu, wall, memory, written, output, threads, cancelled };

struct ProcessEnd {
    int status = 0;  // exit status; meaningless if a signal ended it
    int signal = 0;  // the signal that ended it, 0 for none
    std::optional<Overrun> overrun;
    std::string output;      // stdout and stderr as they came; the first 1 MiB
    double seconds = 0;      // by the clock
    double cpu_seconds = 0;  // of the process and of what it waited for

    bool succeeded() const { return signal == 0 && status == 0 && !overrun; }
};

// Who looks at a process while it runs.
struct Watcher {
    // Every few milliseconds; false ends the process (`cancelled`).
    std::function<bool(pid_t)> look;
    // The process is about to be ended for a limit, and still whole.
    std::function<void(pid_t, Overrun)> before_end;
};

// Runs it to the end. When run() returns, no process that it started, directly or not, is alive.
// Throws Error(kBrokenEnvironment) if it cannot be started, MissingProgram if there is none.
// Thread-safe.
ProcessEnd run(const ProcessSpec& spec, const Watcher& watcher = {});

// The same, for whoever can do nothing with half of it: throws Error(kBrokenEnvironment) when it is
// cancelled.
ProcessEnd run_uncancelled(const ProcessSpec& spec);

// Ends every run() of this process soon, as `cancelled`, and every later one at once.
// Async-signal-safe.
void cancel_all_runs();

}  // namespace sys
