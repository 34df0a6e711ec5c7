#include "course/grading/test_program.hpp"

#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <climits>
#include <cstring>
#include <memory>
#include <random>

#include "course/grading/toolchain.hpp"
#include "course/stacks/stillness.hpp"
#include "interleave/report/json.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "system/memory_file.hpp"
#include "text/text.hpp"
#include "text/utf8.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;
using namespace text;

namespace {

constexpr std::size_t kMiB = 1 << 20;

// The runner's side of the channel.
class SharedChannel {
  public:
    SharedChannel() {
        if (ftruncate(file(), sizeof(Channel)) != 0)
            throw Error(kBrokenEnvironment, "The grader's channel cannot be made.");
        void* memory =
            mmap(nullptr, sizeof(Channel), PROT_READ | PROT_WRITE, MAP_SHARED, file(), 0);
        if (memory == MAP_FAILED)
            throw Error(kBrokenEnvironment, "The grader's channel cannot be mapped.");
        channel_ = static_cast<Channel*>(memory);
        std::random_device random;
        key_ = (std::uint64_t{random()} << 32) | random();
        channel_->key = key_;
        channel_->version = Channel::kVersion;
    }
    ~SharedChannel() { munmap(channel_, sizeof(Channel)); }
    SharedChannel(const SharedChannel&) = delete;
    SharedChannel& operator=(const SharedChannel&) = delete;

    void ask_for(const Search& search) {
        std::string schedule = search.schedule;
        for (const int pick : search.picks) schedule += std::to_string(pick) + " ";
        if (schedule.size() >= Channel::kScheduleBytes)
            throw Error(kBadUsage, "the schedule is longer than any that the explorer writes.");
        channel_->explore_bound = search.bound;
        channel_->explore_seed = search.seed;
        channel_->explore_steps = search.steps;
        channel_->explore_seconds = search.seconds;
        channel_->explore_step = search.step_through;
        schedule.copy(channel_->explore_schedule, schedule.size());
        // Without them a table shows other lines, and the verdict is the same.
        std::string own;
        for (const std::string& file : search.own) own += file + "\n";
        if (own.size() < Channel::kOwnBytes) own.copy(channel_->explore_own, own.size());
    }

    Channel* operator->() { return channel_; }
    int file() const { return file_.fd(); }
    std::uint64_t key() const { return key_; }

    std::vector<pid_t> ignored() const {
        std::size_t count = std::min<std::size_t>(channel_->ignored_count, Channel::kIgnored);
        return {channel_->ignored, channel_->ignored + count};
    }

    void open_gates() {
        ++channel_->gate_round;
        syscall(SYS_futex, &channel_->gate_round, FUTEX_WAKE, INT_MAX, nullptr, nullptr, 0);
    }

  private:
    MemoryFile file_;
    Channel* channel_;
    std::uint64_t key_;
};

template <std::size_t N>
std::string text_of(const char (&field)[N]) {
    return {field, strnlen(field, N)};
}

void read_exploration(const std::vector<std::string>& field, Observation& seen) {
    if (field.size() != 3) return;
    if (field[0] == "not_a_schedule") seen.bad_schedule = field[2];
    if (field[0] == "cannot_explore") seen.cannot_explore = field[2];
    if (field[0] != "explored") return;
    try {
        seen.exploration = interleave::from_json(field[2]);
    } catch (const std::runtime_error&) {
        // Not what our side writes: the test counts as not reported.
    }
}

// The log is untrusted: whatever it holds, it is only text, and a record without the right seal is
// where it ends.
void read_log(SharedChannel& channel, Observation& seen) {
    // Acquire: pairs with the writer's release; the records up to there are whole.
    const std::size_t used = std::min<std::size_t>(
        channel->log_used.load(std::memory_order_acquire), Channel::kLogBytes);
    const std::string_view log(channel->log, used);
    for (std::size_t begin = 0, end; (end = log.find(Channel::kRecord, begin)) != log.npos;
         begin = end + 1) {
        const std::string_view record = log.substr(begin, end - begin);
        const std::size_t text = record.rfind(Channel::kField);
        if (text == record.npos) return;
        const std::uint64_t expected = seal(channel.key(), begin, record.substr(0, text));
        if (record.substr(text + 1) != std::to_string(expected)) return;
        const std::vector<std::string> field = split(record.substr(0, text), Channel::kField);
        read_exploration(field, seen);
        if (field[0] == "start" && field.size() == 2) seen.started.push_back(field[1]);
        if (field[0] == "passed" && field.size() == 2) seen.passed.push_back(field[1]);
        if (field[0] == "failure" && field.size() == 3)
            seen.failures.push_back({field[1], field[2], {}});
        if (field[0] == "thrown" && field.size() == 4)
            seen.failures.push_back({field[1], field[2], field[3]});
    }
}

// What the program has said about itself so far.
void read_channel(SharedChannel& channel, Observation& seen) {
    seen.finished = channel->phase.load() == Phase::finished;
    seen.halt = channel->halt.load(std::memory_order_acquire);
    seen.halt_thread = channel->halt_thread;
    seen.halt_number = channel->halt_number;
    seen.halt_line = static_cast<int>(channel->halt_line);
    seen.halt_file = text_of(channel->halt_file);
    seen.halt_text = valid_utf8(text_of(channel->halt_text));
    if (channel->meetings_waiting.load() > 0) {
        seen.meeting_arrived = static_cast<int>(channel->meeting_arrived.load());
        seen.meeting_expected = static_cast<int>(channel->meeting_expected.load());
    }
    read_log(channel, seen);
}

// Looks at the program every few milliseconds, opens its gates when it stands still, and ends it
// when it has halted or stands still for good.
class Supervisor {
  public:
    Supervisor(const TestRun& test, SharedChannel& channel, Observation& seen)
        : test_(test), channel_(channel), seen_(seen) {}

    Watcher watcher() {
        return {[this](pid_t pid) { return look(pid); },
                [this](pid_t pid, Overrun) { take_stacks(pid); }};
    }

  private:
    bool look(pid_t pid) {
        if (test_.unwanted && *test_.unwanted) return false;
        if (channel_->halt.load(std::memory_order_acquire) != Halt::none) {
            if (channel_->halt.load() != Halt::todo) take_stacks(pid);
            return false;
        }
        // Until it has started, a sanitizer's threads are not listed yet.
        if (channel_->phase.load() == Phase::loading) return true;
        if (!stillness_) stillness_ = std::make_unique<StillnessProbe>(pid);
        if (!stillness_->stands_still(channel_.ignored())) return true;
        if (channel_->gates_waiting.load() > 0) {
            channel_.open_gates();
            return true;
        }
        seen_.stood_still = true;
        // Before the stacks: they need the threads stopped, and one that goes on afterwards looks
        // at its word once more. If it has changed without a wake-up, the thread that slept for
        // ever is awake, and so is the rest of the program until it is ended.
        read_channel(channel_, seen_);
        take_stacks(pid);
        return false;
    }

    void take_stacks(pid_t pid) { seen_.threads = thread_states(pid, channel_.ignored()); }

    const TestRun& test_;
    SharedChannel& channel_;
    Observation& seen_;
    std::unique_ptr<StillnessProbe> stillness_;
};

Limits limits_for(const TestRun& test) {
    Limits limits;
    const bool native = test.engine == EngineKind::native;
    // A sanitizer makes a program several times slower. An explorer ends its search itself, and
    // then has to make the failing schedule short.
    const bool sanitized = test.engine == EngineKind::thread || test.engine == EngineKind::address;
    limits.cpu_seconds = sanitized ? 4 * test.cpu_seconds : test.cpu_seconds;
    limits.wall_seconds = 60;
    if (test.search) {
        limits.cpu_seconds = std::max(limits.cpu_seconds, test.search->seconds + 20);
        limits.wall_seconds += 2 * test.search->seconds;
    }
    limits.memory_bytes = (native ? 512 : 2048) * kMiB;
    limits.file_bytes = 16 * kMiB;
    limits.output_bytes = 16 * kMiB;
    limits.written_bytes = 64 * kMiB;
    limits.threads = 2000;
    return limits;
}

std::string take_sanitizer_log(const fs::path& folder) {
    std::string text;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (!entry.path().filename().string().starts_with("sanitizer.")) continue;
        text += read_file(entry.path());
        fs::remove(entry.path());
    }
    return text;
}

}  // namespace

Observation observe(const TestRun& test) {
    Observation seen;
    SharedChannel channel;
    if (test.search) channel.ask_for(*test.search);
    // One program may run several times at once.
    const fs::path folder = test.program.parent_path() / ("run" + std::to_string(channel.file()));
    fs::remove_all(folder);
    fs::create_directories(folder);

    ProcessSpec spec;
    spec.argv = {test.program.string()};
    if (!test.filter.empty()) spec.argv.push_back("--gtest_filter=" + test.filter);
    spec.directory = folder;
    spec.environment =
        Toolchain::engine_environment(test.engine, test.program.parent_path() / "sanitizer");
    spec.environment.push_back(std::string(Channel::kVariable) + "=" +
                               std::to_string(channel.file()));
    spec.limits = limits_for(test);
    spec.confine = true;
    spec.allow_tracing = test.engine == EngineKind::address;
    spec.inherited = {channel.file()};

    take_sanitizer_log(test.program.parent_path());
    Supervisor supervisor(test, channel, seen);
    seen.end = run(spec, supervisor.watcher());
    fs::remove_all(folder);

    const bool loaded = channel->phase.load() != Phase::loading;
    if (!loaded && seen.end.status == Channel::kOtherVersion)
        throw Error(kBrokenEnvironment,
                    "The course is newer than this runner: start ./course again.");
    if (!loaded && seen.end.status == 127)
        throw Error(kBrokenEnvironment, "The test program cannot be started: " + seen.end.output);
    const std::string report = take_sanitizer_log(test.program.parent_path());
    if (seen.stood_still) return seen;
    read_channel(channel, seen);
    if (!seen.cannot_explore.empty())
        throw Error(kBrokenEnvironment, "The explorer cannot work: " + seen.cannot_explore + ".");
    seen.sanitizer_log = valid_utf8(report);
    return seen;
}

}  // namespace course
