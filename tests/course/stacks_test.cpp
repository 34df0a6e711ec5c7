// The victims are built in several ways; each way is a folder in COURSE_VICTIMS, and each victim a
// program in it. Without the variable there is nothing to watch, and the tests fail.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <link.h>
#include <linux/futex.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <latch>
#include <optional>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "course/stacks/standstill.hpp"
#include "course/stacks/stillness.hpp"
#include "course/stacks/stopped_process.hpp"
#include "course/stacks/thread_states.hpp"

namespace {

using namespace course;
namespace fs = std::filesystem;

fs::path victims() {
    const char* folder = std::getenv("COURSE_VICTIMS");
    return folder ? folder : "COURSE_VICTIMS_is_not_set";
}

// A program under watch. It ends with the test, and with the process of the test.
class Victim {
  public:
    // AddressSanitizer's leak check traces its own process at its end, which fails if a test looks
    // there all the time.
    enum class Leaks { ignored, checked };
    explicit Victim(const fs::path& program, std::string argument = {},
                    Leaks leaks = Leaks::ignored) {
        std::array<int, 2> out{}, in{};
        if (::pipe2(out.data(), O_CLOEXEC) != 0 || ::pipe2(in.data(), O_CLOEXEC) != 0) return;
        pid_ = ::fork();
        if (pid_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::dup2(out[1], STDOUT_FILENO);
            ::dup2(in[0], STDIN_FILENO);
            if (leaks == Leaks::ignored) ::setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
            ::execl(program.c_str(), program.c_str(), argument.empty() ? nullptr : argument.c_str(),
                    nullptr);
            ::_exit(127);
        }
        ::close(out[1]);
        ::close(in[0]);
        input_ = in[1];
        std::string line;
        for (char c; ::read(out[0], &c, 1) == 1 && c != '\n';) line += c;
        ::close(out[0]);
        std::istringstream words(line);
        words >> line;
        for (pid_t tid; words >> tid;) ignored.push_back(tid);
    }
    ~Victim() {
        ::close(input_);
        if (!end_) ::kill(pid_, SIGKILL), wait();
    }
    Victim(const Victim&) = delete;
    Victim& operator=(const Victim&) = delete;

    pid_t pid() const { return pid_; }
    bool ended() {
        int status = 0;
        if (!end_ && ::waitpid(pid_, &status, WNOHANG) == pid_) end_ = status;
        return end_.has_value();
    }
    // The exit status, or minus the signal.
    int wait() {
        int status = 0;
        if (!end_ && ::waitpid(pid_, &status, 0) == pid_) end_ = status;
        if (!end_) return -1000;
        return WIFEXITED(*end_) ? WEXITSTATUS(*end_) : -WTERMSIG(*end_);
    }

    std::vector<pid_t> ignored;

  private:
    pid_t pid_ = -1;
    int input_ = -1;
    std::optional<int> end_;
};

// Processes that keep every core busy.
class Load {
  public:
    explicit Load(int processes) {
        for (int i = 0; i < processes; ++i) {
            const pid_t pid = ::fork();
            if (pid == 0) {
                ::prctl(PR_SET_PDEATHSIG, SIGKILL);
                for (;;) asm volatile("");
            }
            pids_.push_back(pid);
        }
    }
    ~Load() {
        for (const pid_t pid : pids_) ::kill(pid, SIGKILL), ::waitpid(pid, nullptr, 0);
    }

  private:
    std::vector<pid_t> pids_;
};

bool is_victims(const Frame& frame) {
    return frame.file.find("/victims/") != std::string::npos;
}

// Returns when it stands still or has ended: a program that does neither runs into the time limit
// of the whole test.
bool comes_to_rest(Victim& victim) {
    StillnessProbe probe(victim.pid());
    while (!victim.ended()) {
        if (probe.stands_still(victim.ignored)) return true;
        std::this_thread::yield();
    }
    return false;
}

// The line of the source that is marked as the one where a thread stands.
std::vector<int> marked_lines(const fs::path& source) {
    std::ifstream text(source);
    std::vector<int> lines;
    int number = 0;
    for (std::string line; std::getline(text, line);) {
        ++number;
        if (line.ends_with("// stands here")) lines.push_back(number);
    }
    return lines;
}

struct Build : testing::TestWithParam<fs::path> {
    fs::path program(const std::string& name) const { return GetParam() / name; }

    // Every thread that waits at a marked line, with what it waits for; the others are left out.
    std::vector<std::string> waits_at_marks(const std::vector<ThreadState>& states) const {
        std::vector<std::string> waits;
        for (const ThreadState& state : states) {
            const auto own = std::ranges::find_if(state.frames, is_victims);
            if (own == state.frames.end()) continue;
            const std::vector<int> lines = marked_lines(own->file);
            if (std::ranges::find(lines, own->line) != lines.end())
                waits.push_back(state.name + ": " + state.waits_for + " in " + own->function);
        }
        return waits;
    }

    std::vector<std::string> waits_of(const std::string& name) const {
        Victim victim(program(name));
        if (!comes_to_rest(victim)) return {"it ended"};
        return waits_at_marks(thread_states(victim.pid(), victim.ignored));
    }
};

using Waits = std::vector<std::string>;

TEST_P(Build, names_both_locks_of_a_deadlock) {
    EXPECT_EQ(waits_of("abba"), (Waits{"thread 1: the lock that thread 2 holds in take_both()",
                                       "thread 2: the lock that thread 1 holds in take_both()"}));
}

TEST_P(Build, names_a_lock_that_its_own_thread_holds) {
    EXPECT_EQ(waits_of("self_lock"),
              (Waits{"main thread: the lock that it holds itself in inner()"}));
}

TEST_P(Build, names_the_holder_of_a_lock_with_priority_inheritance) {
    EXPECT_EQ(waits_of("priority_lock"),
              (Waits{"thread 1: the lock that main thread holds in take()"}));
}

TEST_P(Build, names_the_writer_that_holds_a_read_write_lock) {
    EXPECT_EQ(waits_of("shared_lock"),
              (Waits{"thread 1: the read-write lock that main thread holds in take_shared()",
                     "thread 2: the read-write lock that main thread holds in take_alone()"}));
}

TEST_P(Build, names_a_condition_variable) {
    EXPECT_EQ(waits_of("join_of_waiter"),
              (Waits{"thread 1: a condition variable in wait_for_done()"}));
}

TEST_P(Build, names_a_barrier) {
    const std::string wait = ": the others at a barrier in attend()";
    EXPECT_EQ(waits_of("barrier"),
              (Waits{"thread 1" + wait, "thread 2" + wait, "thread 3" + wait}));
}

TEST_P(Build, names_an_atomic) {
    EXPECT_EQ(waits_of("atomic_wait"),
              (Waits{"main thread: an atomic value to change in wait_for_change()"}));
}

TEST_P(Build, names_a_future) {
    EXPECT_EQ(waits_of("future"), (Waits{"main thread: a future to become ready in take()"}));
}

TEST_P(Build, names_a_semaphore_and_the_lambda_that_waits_for_it) {
    // With -g1, an inlined lambda is described without the function that it stands in.
    const std::string wait = "thread 1: a semaphore in ";
    const Waits waits = waits_of("lambda");
    if (waits != Waits{wait + "a function object"}) {
        EXPECT_EQ(waits, Waits{wait + "a lambda in start()"});
    }
}

TEST_P(Build, sees_the_threads_that_are_left_when_main_has_ended) {
    EXPECT_EQ(waits_of("main_ended"),
              (Waits{"thread 1: an atomic value to change in wait_for_change()"}));
}

TEST_P(Build, knows_which_thread_a_join_waits_for) {
    Victim victim(program("join_of_waiter"));
    ASSERT_TRUE(comes_to_rest(victim));
    const auto states = thread_states(victim.pid(), victim.ignored);
    ASSERT_EQ(states.size(), 2u);
    EXPECT_EQ(states[0].name, "main thread");
    EXPECT_EQ(states[0].waits_for, "thread 1 to end");
    EXPECT_EQ(states[0].holder, states[1].tid);
    EXPECT_EQ(states[1].holder, 0);
}

TEST_P(Build, tells_the_story_of_a_deadlock) {
    Victim victim(program("abba"));
    ASSERT_TRUE(comes_to_rest(victim));
    const auto lines = describe_standstill(thread_states(victim.pid(), victim.ignored), is_victims);
    ASSERT_FALSE(lines.empty());
    EXPECT_TRUE(lines.front().starts_with("main thread  waits for thread 1 to end"));
    EXPECT_EQ(lines.back(),
              "thread 1 waits for the lock that thread 2 holds, and thread 2 for the one that "
              "thread 1 holds: none of them can go on");
}

TEST_P(Build, never_takes_a_thread_that_can_go_on_by_itself_for_still) {
    for (const char* name : {"sleeper", "timed_condition", "spinner", "reader"}) {
        Victim victim(program(name));
        StillnessProbe probe(victim.pid());
        for (int i = 0; i < 300; ++i) {
            ASSERT_FALSE(probe.stands_still(victim.ignored)) << name;
            ASSERT_FALSE(exact_look(victim.pid(), victim.ignored)) << name;
        }
        EXPECT_FALSE(victim.ended()) << name;
    }
}

TEST_P(Build, never_takes_a_busy_program_for_still_however_loaded_the_machine) {
    const Load load(8);
    // The same look under each sanitizer, and every look is slow here: fewer of them will do.
    const int looks = GetParam().filename() == "native" ? 2000 : 500;
    for (const auto& [name, how] : {std::pair("ping_pong", ""), std::pair("ping_pong", "condition"),
                                    std::pair("signalled", "")}) {
        Victim victim(program(name), how);
        StillnessProbe probe(victim.pid());
        for (int i = 0; i < looks; ++i)
            ASSERT_FALSE(probe.stands_still(victim.ignored)) << name << how << i;
        for (int i = 0; i < looks * 3 / 20; ++i)
            ASSERT_FALSE(exact_look(victim.pid(), victim.ignored)) << name << how << i;
        EXPECT_FALSE(victim.ended());
    }
}

// A file with one word, 0 until open() sets it to 1 and wakes those who wait for it.
class Gate {
  public:
    Gate() {
        const int file = ::mkstemp(path_.data());
        if (::ftruncate(file, sizeof(std::uint32_t)) != 0) std::abort();
        word_ = static_cast<std::uint32_t*>(
            ::mmap(nullptr, sizeof(std::uint32_t), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0));
        ::close(file);
    }
    ~Gate() {
        ::munmap(word_, sizeof(std::uint32_t));
        ::unlink(path_.c_str());
    }
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;

    const std::string& path() const { return path_; }
    void open() {
        __atomic_store_n(word_, 1, __ATOMIC_RELEASE);
        ::syscall(SYS_futex, word_, FUTEX_WAKE, 1 << 20, nullptr, nullptr, 0);
    }

  private:
    std::string path_ = fs::temp_directory_path() / "gate_XXXXXX";
    std::uint32_t* word_ = nullptr;
};

TEST_P(Build, goes_on_as_before_when_a_gate_opens_after_thousands_of_looks) {
    Gate gate;
    Victim victim(program("gate"), gate.path());
    ASSERT_TRUE(comes_to_rest(victim));
    // A look that comes before the threads are back in their waits proves nothing.
    for (int proofs = 0; proofs < 3000 && !victim.ended();)
        if (exact_look(victim.pid(), victim.ignored)) ++proofs;
    gate.open();
    EXPECT_EQ(victim.wait(), 42);
}

TEST_P(Build, lets_timed_waits_take_their_time) {
    Victim victim(program("timed_waits"));
    while (!victim.ended()) ASSERT_FALSE(exact_look(victim.pid(), victim.ignored));
    EXPECT_EQ(victim.wait(), 42);
}

TEST_P(Build, bears_threads_that_come_and_go) {
    Victim victim(program("churn"));
    while (!victim.ended()) ASSERT_FALSE(exact_look(victim.pid(), victim.ignored));
    EXPECT_EQ(victim.wait(), 42);
}

TEST_P(Build, bears_a_process_that_is_killed_while_it_is_looked_at) {
    for (int i = 0; i < 50; ++i) {
        Victim victim(program("abba"));
        std::jthread killer([&] { ::kill(victim.pid(), SIGKILL); });
        while (!victim.ended()) exact_look(victim.pid(), victim.ignored);
        EXPECT_EQ(victim.wait(), -SIGKILL);
    }
}

TEST_P(Build, says_nothing_while_somebody_else_traces_one_of_the_threads) {
    Victim victim(program("abba"));
    ASSERT_TRUE(comes_to_rest(victim));
    const pid_t last = thread_states(victim.pid(), victim.ignored).back().tid;
    std::latch traced(1), done(1);
    // A tracer is a thread, and its end is the end of the tracing.
    std::jthread tracer([&] {
        EXPECT_EQ(::ptrace(PTRACE_SEIZE, last, nullptr, nullptr), 0);
        traced.count_down();
        done.wait();
    });
    traced.wait();
    EXPECT_FALSE(exact_look(victim.pid(), victim.ignored));
    EXPECT_TRUE(thread_states(victim.pid(), victim.ignored).empty());
    done.count_down();
    tracer.join();
    EXPECT_TRUE(comes_to_rest(victim));
}

TEST_P(Build, leaves_the_exit_status_to_the_one_who_started_the_process) {
    Gate gate;
    Victim victim(program("gate"), gate.path());
    ASSERT_TRUE(comes_to_rest(victim));
    gate.open();
    while (!threads_of(victim.pid()).empty() && !victim.ended())
        exact_look(victim.pid(), victim.ignored);
    EXPECT_EQ(victim.wait(), 42);
}

TEST_P(Build, leaves_a_leak_check_in_peace) {
    for (int i = 0; i < 20; ++i) {
        Gate gate;
        Victim victim(program("gate"), gate.path(), Victim::Leaks::checked);
        ASSERT_TRUE(comes_to_rest(victim));
        gate.open();
        StillnessProbe probe(victim.pid());
        while (!victim.ended()) probe.stands_still(victim.ignored);
        EXPECT_EQ(victim.wait(), 42);
    }
}

std::vector<fs::path> builds() {
    std::vector<fs::path> folders;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(victims(), none))
        if (entry.is_directory()) folders.push_back(entry.path());
    std::ranges::sort(folders);
    if (folders.empty()) folders.push_back(victims());
    return folders;
}

std::string build_name(const testing::TestParamInfo<fs::path>& info) {
    std::string name = info.param.filename();
    std::ranges::replace_if(name, [](unsigned char c) { return !std::isalnum(c); }, '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Stacks, Build, testing::ValuesIn(builds()), build_name);

ThreadState waiting(pid_t tid, const std::string& name, const std::string& what, pid_t holder,
                    int line) {
    return {tid, name, what, holder, {{"pthread_mutex_lock", "", 0}, {"serve()", "a.cpp", line}}};
}

bool is_a(const Frame& frame) {
    return frame.file == "a.cpp";
}

TEST(Standstill, puts_threads_that_wait_for_the_same_at_the_same_place_on_one_line) {
    EXPECT_EQ(describe_standstill({waiting(1, "main thread", "thread 1 to end", 2, 3),
                                   waiting(2, "thread 1", "a semaphore", 0, 7),
                                   waiting(3, "thread 2", "a semaphore", 0, 7)},
                                  is_a),
              (Waits{"main thread            waits for thread 1 to end   a.cpp:3 in serve()",
                     "thread 1 and thread 2  wait for a semaphore   a.cpp:7 in serve()"}));
}

TEST(Standstill, names_a_circle_of_three_once_and_not_the_thread_that_only_leads_to_it) {
    const auto lines =
        describe_standstill({waiting(1, "main thread", "thread 1 to end", 2, 1),
                             waiting(2, "thread 1", "the lock that thread 2 holds", 3, 2),
                             waiting(3, "thread 2", "thread 3 to end", 4, 3),
                             waiting(4, "thread 3", "the lock that thread 1 holds", 2, 4)},
                            is_a);
    ASSERT_EQ(lines.size(), 5u);
    EXPECT_EQ(lines.back(),
              "thread 1 waits for the lock that thread 2 holds, thread 2 for thread 3 to end, and "
              "thread 3 for the lock that thread 1 holds: none of them can go on");
}

TEST(Standstill, names_a_lock_held_by_its_own_waiter) {
    const auto lines = describe_standstill(
        {waiting(1, "main thread", "the lock that it holds itself", 1, 1)}, is_a);
    EXPECT_EQ(lines.back(),
              "main thread waits for the lock that it holds itself: it can never go on");
}

TEST(Standstill, says_that_a_thread_runs) {
    EXPECT_EQ(describe_standstill({waiting(1, "main thread", "", 0, 1)}, is_a),
              (Waits{"main thread  runs   a.cpp:1 in serve()"}));
}

constexpr int kSomewhere = __LINE__ + 1;
[[gnu::noinline]] int somewhere(int value) {
    return value + 1;
}

TEST(FrameOf, finds_function_file_and_line_in_a_program_on_disk) {
    std::uint64_t base = 0;  // of this program, which is the first in the list
    ::dl_iterate_phdr(
        [](dl_phdr_info* info, std::size_t, void* base) {
            *static_cast<std::uint64_t*>(base) = info->dlpi_addr;
            return 1;
        },
        &base);
    const auto address = reinterpret_cast<std::uint64_t>(&somewhere);
    const Frame frame = frame_of(fs::read_symlink("/proc/self/exe"), address - base);
    EXPECT_EQ(frame.function, "somewhere()");
    EXPECT_TRUE(frame.file.ends_with("stacks_test.cpp"));
    EXPECT_EQ(frame.line, kSomewhere);
}

TEST(FrameOf, knows_nothing_of_a_file_that_is_not_there) {
    EXPECT_EQ(frame_of("/nowhere/at/all", 16).function, "??");
}

}  // namespace
