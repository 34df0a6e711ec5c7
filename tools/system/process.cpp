#include "system/process.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>

#include "system/confine.hpp"
#include "system/cpu_account.hpp"
#include "system/descriptor.hpp"
#include "system/environment.hpp"
#include "system/error.hpp"
#include "system/memory_file.hpp"
#include "system/signals.hpp"

extern char** environ;

namespace sys {
namespace {

constexpr std::size_t kKeptOutput = 1 << 20;
// Milliseconds between two looks at a watched program. Most are over after a few: somebody waits.
constexpr int kLookSoon = 1, kLookLater = 5;
constexpr double kSoonSeconds = 0.25;
constexpr const char* kCookie = "STARTED_BY";

std::atomic<bool> all_cancelled{false};

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

// Everything that the child needs, prepared before fork: after it, only system calls are safe.
struct Launch {
    std::string program;
    std::vector<char*> argv, envp;
    int in, out, failure;  // the errno of an exec that fails goes to the last one
};

// The value marks every process that this run starts, however it is started.
std::string new_cookie() {
    static std::atomic<unsigned> next{0};
    return std::string(kCookie) + "=" + std::to_string(getpid()) + "." + std::to_string(++next);
}

std::vector<std::string> environment_with(const std::vector<std::string>& added) {
    std::vector<std::string> all;
    auto replaced = [&](const char* variable) {
        std::size_t length = std::strcspn(variable, "=") + 1;
        for (const std::string& name : added)
            if (name.compare(0, length, variable, length) == 0) return true;
        return false;
    };
    for (char** variable = environ; *variable; ++variable)
        if (!replaced(*variable)) all.push_back(*variable);
    all.insert(all.end(), added.begin(), added.end());
    return all;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> result;
    for (std::string& string : strings) result.push_back(string.data());
    result.push_back(nullptr);
    return result;
}

void limit(int resource, rlim_t value) {
    rlimit both{value, value};
    setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

[[noreturn]] void cannot_start(const Launch& launch) {
    const int error = errno;
    [[maybe_unused]] const ssize_t written = write(launch.failure, &error, sizeof error);
    _exit(127);
}

[[noreturn]] void become_child(const ProcessSpec& spec, const Launch& launch, pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(127);  // it died before the line above
    setpgid(0, 0);
    reset_signals();
    if (!spec.directory.empty() && chdir(spec.directory.c_str()) != 0) cannot_start(launch);
    dup2(launch.in, 0);
    dup2(launch.out, 1);
    dup2(launch.out, 2);
    syscall(SYS_close_range, 3u, ~0u, 4u /* CLOSE_RANGE_CLOEXEC */);
    for (int descriptor : spec.inherited) fcntl(descriptor, F_SETFD, 0);
    limit(RLIMIT_CORE, 0);
    if (spec.limits.address_bytes) limit(RLIMIT_AS, spec.limits.address_bytes);
    if (spec.limits.file_bytes) limit(RLIMIT_FSIZE, spec.limits.file_bytes);
    // Twice what is allowed: for a program that nobody watches any more.
    if (spec.limits.cpu_seconds > 0)
        limit(RLIMIT_CPU, static_cast<rlim_t>(2 * spec.limits.cpu_seconds) + 2);
    // The same addresses in each run, and none where ThreadSanitizer cannot have them.
    if (spec.same_addresses || spec.confine) personality(ADDR_NO_RANDOMIZE);
    if (spec.confine) confine_this_process(spec.allow_tracing);
    execve(launch.program.c_str(), launch.argv.data(), launch.envp.data());
    cannot_start(launch);
}

std::optional<std::size_t> number_after(const std::string& text, const char* key) {
    std::size_t at = text.find(key);
    if (at == std::string::npos) return {};
    return std::strtoull(text.c_str() + at + std::strlen(key), nullptr, 10);
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

double cpu_seconds_of(pid_t pid) {
    clockid_t clock;
    timespec time{};
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &time) != 0) return 0;
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

// Ends every process whose environment carries the cookie, until none is found. Needed where the
// kernel offers no filter against new processes: one that left its group is found here.
void end_all_with(const std::string& cookie) {
    for (int found = 1, round = 0; found != 0 && round < 1000; ++round) {
        found = 0;
        DIR* all = opendir("/proc");
        if (!all) return;
        while (dirent* entry = readdir(all)) {
            pid_t pid = std::atoi(entry->d_name);
            if (pid <= 1 || pid == getpid()) continue;
            std::string variables = read_file("/proc/" + std::string(entry->d_name) + "/environ");
            if (variables.find(cookie + '\0') == std::string::npos) continue;
            kill(pid, SIGKILL);
            waitpid(pid, nullptr, WNOHANG);
            ++found;
        }
        closedir(all);
    }
}

// One process from its start to its end.
class Run {
  public:
    Run(const ProcessSpec& spec, const Watcher& watcher)
        : spec_(spec), watcher_(watcher), cookie_(new_cookie()), started_(now()) {
        start();
    }
    ~Run() {
        if (pid_ > 0) finish();
    }

    ProcessEnd to_the_end() {
        while (!exited()) {
            const int pause = !watcher_.look                    ? 20
                              : now() - started_ < kSoonSeconds ? kLookSoon
                                                                : kLookLater;
            const double before = now();
            read_output(pause);
            // On a machine that is too busy for our looks the process gets no further, either.
            watched_ += std::min(now() - before, 5e-3 * pause);
            if (std::optional<Overrun> overrun = over_a_limit()) {
                if (watcher_.before_end) watcher_.before_end(pid_, *overrun);
                end_.overrun = overrun;
                break;
            }
            if (watcher_.look && !exited() && !watcher_.look(pid_)) {
                end_.overrun = Overrun::cancelled;
                break;
            }
        }
        finish();
        drain_output();
        end_.seconds = now() - started_;
        return std::move(end_);
    }

  private:
    void start() {
        Launch launch;
        const auto program = find_program(spec_.argv.at(0));
        if (!program) throw MissingProgram(spec_.argv[0]);
        launch.program = program->string();
        std::vector<std::string> words = spec_.argv, added = spec_.environment;
        if (spec_.confine) added.push_back(cookie_);
        std::vector<std::string> variables = environment_with(added);
        launch.argv = pointers(words);
        launch.envp = pointers(variables);
        auto [output, out] = new_pipe();
        auto [failure, failed] = new_pipe();
        const MemoryFile input(spec_.input);
        launch.in = input.fd();
        launch.out = out.get();
        launch.failure = failed.get();
        static const int adopt_orphans = prctl(PR_SET_CHILD_SUBREAPER, 1);
        (void)adopt_orphans;
        const pid_t parent = getpid();
        pid_ = fork();
        if (pid_ == 0) become_child(spec_, launch, parent);
        if (pid_ < 0) fail(errno);
        setpgid(pid_, pid_);  // both sides, whichever comes first
        out.close_now();
        failed.close_now();
        int error = 0;
        ssize_t got = 0;
        while ((got = read(failure.get(), &error, sizeof error)) < 0 && errno == EINTR) {
        }
        if (got == sizeof error) fail(error);
        exit_ = Descriptor(static_cast<int>(syscall(SYS_pidfd_open, pid_, 0)));
        output_ = std::move(output);
        fcntl(output_.get(), F_SETFL, O_NONBLOCK);
    }

    std::pair<Descriptor, Descriptor> new_pipe() {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0) fail(errno);
        return {Descriptor(ends[0]), Descriptor(ends[1])};
    }

    [[noreturn]] void fail(int error) {
        if (pid_ > 0) finish();
        throw Error(kBrokenEnvironment,
                    spec_.argv[0] + " cannot be started: " + std::strerror(error) + ".");
    }

    // Looks without reaping: until finish(), the pid stays ours and nobody else's.
    bool exited() {
        siginfo_t info{};
        return waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
               info.si_pid == pid_;
    }

    void read_output(int milliseconds) {
        pollfd both[2] = {{output_open_ ? output_.get() : -1, POLLIN, 0}, {exit_.get(), POLLIN, 0}};
        if (poll(both, 2, milliseconds) > 0 && both[0].revents) drain_output();
    }

    void drain_output() {
        char piece[65536];
        while (output_open_) {
            ssize_t size = read(output_.get(), piece, sizeof piece);
            if (size < 0) return;
            if (size == 0) {
                output_open_ = false;
                return;
            }
            std::string_view text(piece, static_cast<std::size_t>(size));
            output_size_ += text.size();
            if (spec_.on_output) spec_.on_output(text);
            end_.output += text.substr(0, kKeptOutput - std::min(kKeptOutput, end_.output.size()));
            if (over_output()) return;
        }
    }

    bool over_output() const {
        return spec_.limits.output_bytes && output_size_ > spec_.limits.output_bytes;
    }

    std::optional<Overrun> over_a_limit() {
        const Limits& limits = spec_.limits;
        if (all_cancelled) return Overrun::cancelled;
        if (over_output()) return Overrun::output;
        const double worked = cpu_seconds_of(pid_);
        if (limits.cpu_seconds > 0 && worked > limits.cpu_seconds) return Overrun::cpu;
        // What works is ended by its processor time, however little of it a busy machine gives; the
        // clock is for what waits.
        const bool works = limits.cpu_seconds > 0 && worked > watched_ / 50;
        if (watched_ > limits.wall_seconds && !works) return Overrun::wall;
        if (limits.memory_bytes || limits.threads) {
            std::string status = read_file("/proc/" + std::to_string(pid_) + "/status");
            auto resident = number_after(status, "VmRSS:");
            if (limits.memory_bytes && resident && *resident * 1024 > limits.memory_bytes)
                return Overrun::memory;
            auto threads = number_after(status, "Threads:");
            if (limits.threads && threads && *threads > static_cast<std::size_t>(limits.threads))
                return Overrun::threads;
        }
        if (limits.written_bytes) {
            std::string io = read_file("/proc/" + std::to_string(pid_) + "/io");
            auto written = number_after(io, "wchar:");
            if (written && *written > limits.written_bytes) return Overrun::written;
        }
        return {};
    }

    // Ends the whole group, and whoever left it, and takes the exit status.
    void finish() {
        kill(-pid_, SIGKILL);
        int status = 0;
        rusage used{};
        while (wait4(pid_, &status, 0, &used) < 0 && errno == EINTR) {
        }
        end_.cpu_seconds = seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
        if (CpuAccount* account = CpuScope::current()) account->charge(end_.cpu_seconds);
        kill(-pid_, SIGKILL);
        // Its orphans come to this process, and what they write to must be at rest.
        while (waitpid(-pid_, nullptr, 0) > 0 || errno == EINTR) {
        }
        if (spec_.confine) end_all_with(cookie_);
        if (WIFSIGNALED(status)) end_.signal = WTERMSIG(status);
        if (WIFEXITED(status)) end_.status = WEXITSTATUS(status);
        pid_ = -1;
    }

    const ProcessSpec& spec_;
    const Watcher& watcher_;
    const std::string cookie_;
    const double started_;
    double watched_ = 0;  // seconds by the clock, without those in which we did not get to look
    ProcessEnd end_;
    pid_t pid_ = -1;
    Descriptor output_, exit_;
    bool output_open_ = true;
    std::size_t output_size_ = 0;
};

}  // namespace

ProcessEnd run(const ProcessSpec& spec, const Watcher& watcher) {
    return Run(spec, watcher).to_the_end();
}

ProcessEnd run_uncancelled(const ProcessSpec& spec) {
    ProcessEnd end = run(spec);
    if (end.overrun == Overrun::cancelled) throw Error(kBrokenEnvironment, "Interrupted.");
    return end;
}

void cancel_all_runs() {
    all_cancelled = true;
}

}  // namespace sys
