#include <sys/auxv.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <interleave/interleave.hpp>
#include <mutex>
#include <thread>
#include <vector>

#include "bench.hpp"

namespace bench {
namespace {

using interleave::Mode;
using interleave::Options;
using interleave::Result;

void load_and_store() {
    std::atomic<int> value = 0;
    const auto work = [&] { value = value + 1; };
    std::thread a(work), b(work), c(work);
    a.join();
    b.join();
    c.join();
}

void locked_increment() {
    std::mutex mutex;
    int value = 0;
    const auto work = [&] {
        mutex.lock();
        ++value;
        mutex.unlock();
    };
    std::thread a(work), b(work), c(work);
    a.join();
    b.join();
    c.join();
}

void increments(int threads) {
    std::atomic<int> value = 0;
    std::vector<std::thread> all;
    for (int i = 0; i < threads; ++i) all.emplace_back([&] { ++value; });
    for (auto& thread : all) thread.join();
}

void many_steps() {
    constexpr int kThreads = 100, kSteps = 10'000;
    std::vector<std::atomic<int>> values(10);
    std::vector<std::thread> all;
    for (int i = 0; i < kThreads; ++i)
        all.emplace_back([&values, i] {
            std::atomic<int>& value = values[static_cast<std::size_t>(i) % values.size()];
            for (int step = 0; step < kSteps; ++step) value.fetch_add(1);
        });
    for (auto& thread : all) thread.join();
}

Options random_for(double seconds, std::uint64_t executions) {
    Options options;
    options.mode = Mode::random;
    options.max_seconds = seconds;
    options.max_executions = executions;
    return options;
}

// Of the processes that this one waited for.
double cpu_seconds() {
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// Executions in a second of processor time.
double speed_of(void (*body)()) {
    const double before = cpu_seconds();
    const Result result = interleave::explore(random_for(1, 1'000'000'000), body);
    if (!result.message.empty()) std::printf("%s\n", result.message.c_str());
    return static_cast<double>(result.executions) / (cpu_seconds() - before);
}

bool may_write_fs() {
    return getauxval(AT_HWCAP2) & 2;
}

// One body with each way to switch thread-local storage. They take turns, so that a machine that
// is busy for a while is so for all of them.
void measure_speed(const char* what, void (*body)(), double goal) {
    constexpr std::array kWays = {"register", "contents", "system_call"};
    constexpr std::size_t kRounds = 3;
    std::array<std::array<double, kRounds>, kWays.size()> speeds{};
    for (std::size_t round = 0; round < kRounds; ++round)
        for (std::size_t way = 0; way < kWays.size(); ++way) {
            setenv("INTERLEAVE_STORAGE", kWays[way], 1);
            speeds[way][round] = speed_of(body);
        }
    unsetenv("INTERLEAVE_STORAGE");
    for (auto& rounds : speeds) std::ranges::sort(rounds);
    const auto median = [&](std::size_t way) { return speeds[way][kRounds / 2]; };
    std::printf("%-48s ", what);
    if (may_write_fs()) {
        std::printf("%9.0f %9.0f %9.0f  %5.2f", median(0), median(1), median(2),
                    median(1) / median(0));
    } else {
        std::printf("%9s %9.0f %9.0f  %5s", "-", median(1), median(2), "-");
    }
    std::printf("  %9.0f\n", goal);
}

// Kilobytes at the most, of an exploration in a process of its own.
long peak_after(std::uint64_t executions) {
    int ends[2];
    if (pipe(ends) != 0) return -1;
    const pid_t child = fork();
    if (child == 0) {
        interleave::explore(random_for(3600, executions), load_and_store);
        rusage usage{};
        getrusage(RUSAGE_CHILDREN, &usage);
        const bool written = write(ends[1], &usage.ru_maxrss, sizeof usage.ru_maxrss) > 0;
        _exit(written ? 0 : 1);
    }
    long peak = -1;
    if (read(ends[0], &peak, sizeof peak) != sizeof peak) peak = -1;
    close(ends[0]);
    close(ends[1]);
    waitpid(child, nullptr, 0);
    return peak;
}

}  // namespace

void measure_bodies() {
    std::printf(
        "executions in a second of processor time, in process, --mode random; thread-local\n"
        "storage by FS register, by exchanged contents, by system call; second to first\n");
    std::printf("%-48s %9s %9s %9s  %5s  %9s\n", "three threads of", "register", "contents", "call",
                "ratio", "goal");
    measure_speed("one load and one store of one atomic each", load_and_store, 200'000);
    measure_speed("lock, increment, unlock", locked_increment, 100'000);
    std::printf("\n%-30s %10s %10s\n", "n threads, one increment each", "executions", "traces");
    for (int n = 2; n <= 5; ++n) {
        Options options;
        options.mode = Mode::dpor;
        const Result result = interleave::explore(options, [n] { increments(n); });
        std::printf("n = %-26d %10llu %10llu\n", n,
                    static_cast<unsigned long long>(result.executions),
                    static_cast<unsigned long long>(result.traces));
    }
    std::printf("\n");
}

void measure_size(bool short_run) {
    Options one;  // a random search would end before it knows what is shared
    one.mode = Mode::bounded;
    one.bound = 0;
    one.max_executions = 1;
    one.max_seconds = 600;
    const Result result = interleave::explore(one, many_steps);
    std::printf("\n100 threads and 1,000,000 steps: %llu execution in %.2f s %s\n",
                static_cast<unsigned long long>(result.executions), result.seconds,
                result.message.c_str());
    const std::uint64_t many = short_run ? 1'000'000 : 10'000'000;
    for (const std::uint64_t executions : {std::uint64_t{100'000}, many})
        std::printf("peak memory after %llu executions: %ld KiB\n",
                    static_cast<unsigned long long>(executions), peak_after(executions));
    std::printf("\n");
}

}  // namespace bench
