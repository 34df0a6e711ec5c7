// What bounds a process: each limit alone, with a program that runs into it and one that does not.
#include "system/process.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "course/grading/channel.hpp"
#include "course/grading/toolchain.hpp"
#include "scratch_course.hpp"

namespace course {

using namespace sys;

namespace {

using testing::ScratchFolder;

ProcessEnd run_script(const std::string& script, const Limits& limits,
                      const std::filesystem::path& folder = {}) {
    ProcessSpec spec;
    spec.argv = {"sh", "-c", script};
    spec.directory = folder;
    spec.limits = limits;
    return run(spec);
}

// How a run ended that a limit cut off.
std::optional<Overrun> overrun(const std::string& script, const Limits& limits,
                               const std::filesystem::path& folder = {}) {
    return run_script(script, limits, folder).overrun;
}

TEST(Limits, of_the_wall_clock_end_what_only_sleeps) {
    Limits limits;
    limits.wall_seconds = 0.2;
    EXPECT_EQ(overrun("sleep 1000", limits), Overrun::wall);
    limits.wall_seconds = 600;
    EXPECT_EQ(overrun("sleep 0.3", limits), std::nullopt);
}

TEST(Limits, of_the_wall_clock_leave_what_works_to_its_processor_time) {
    Limits limits;
    limits.wall_seconds = 0.3;
    limits.cpu_seconds = 0.35;
    // A machine on which it has hardly begun by then is too busy to tell.
    auto end = overrun("while :; do :; done", limits);
    for (int again = 0; again < 3 && end == Overrun::wall; ++again)
        end = overrun("while :; do :; done", limits);
    EXPECT_EQ(end, Overrun::cpu);
}

// The looks of a busy machine are far apart; here the watcher is what takes so long.
TEST(Limits, of_the_wall_clock_leave_out_the_time_in_which_nobody_gets_to_look) {
    ProcessSpec spec;
    spec.argv = {"sleep", "0.6"};
    spec.limits.wall_seconds = 0.2;
    Watcher busy;
    busy.look = [](pid_t) {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        return true;
    };
    EXPECT_EQ(run(spec, busy).overrun, std::nullopt);
    EXPECT_EQ(run(spec).overrun, Overrun::wall);
}

TEST(Limits, of_processor_time_end_what_only_computes) {
    Limits limits;
    limits.cpu_seconds = 0.2;
    EXPECT_EQ(overrun("while :; do :; done", limits), Overrun::cpu);
    EXPECT_EQ(overrun("sleep 0.4", limits), std::nullopt);
}

TEST(Limits, of_what_is_written_count_many_small_files_together) {
    const ScratchFolder scratch;
    Limits limits;
    limits.written_bytes = 16 << 10;
    const std::string write = "echo " + std::string(1000, 'x') + " > file; ";
    EXPECT_EQ(overrun("while :; do " + write + "done", limits, scratch.path()), Overrun::written);
    EXPECT_EQ(overrun("for i in 1 2 3; do " + write + "done", limits, scratch.path()),
              std::nullopt);
}

TEST(Limits, of_the_output_end_an_endless_print) {
    Limits limits;
    limits.output_bytes = 64 << 10;
    EXPECT_EQ(overrun("while :; do echo again; done", limits), Overrun::output);
    EXPECT_EQ(overrun("echo once", limits), std::nullopt);
}

TEST(Limits, of_memory_end_what_grows) {
    Limits limits;
    limits.memory_bytes = 32 << 20;
    EXPECT_EQ(overrun("x=0123456789abcdef; while :; do x=$x$x; done", limits), Overrun::memory);
    EXPECT_EQ(overrun("x=0123456789abcdef", limits), std::nullopt);
}

TEST(Limits, of_one_file_are_a_signal) {
    const ScratchFolder scratch;
    Limits limits;
    limits.file_bytes = 64 << 10;
    const ProcessEnd end =
        run_script("exec dd if=/dev/zero of=file bs=1k 2>/dev/null", limits, scratch.path());
    EXPECT_EQ(end.signal, SIGXFSZ);
}

// How a program ends that has the grading kit and finds this version in its channel.
ProcessEnd end_with_version(std::uint32_t version) {
    const Toolchain& toolchain = Toolchain::named("");
    toolchain.prepare(EngineKind::native);
    const int file = memfd_create("channel", 0);
    EXPECT_EQ(ftruncate(file, sizeof(Channel)), 0);
    void* memory = mmap(nullptr, sizeof(Channel), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    EXPECT_NE(memory, MAP_FAILED);
    auto* channel = static_cast<Channel*>(memory);
    channel->version = version;
    ProcessSpec spec;
    spec.argv = {"true"};
    spec.environment = {
        std::string(Channel::kVariable) + "=" + std::to_string(file),
        "LD_PRELOAD=" + (toolchain.build_folder() / "grader/native/libgrader.so").string()};
    spec.inherited = {file};
    // With a channel that it knows, it says that it has come to its end too early, and waits.
    const ProcessEnd end =
        run(spec, {[channel](pid_t) { return channel->halt.load() == Halt::none; }, {}});
    munmap(memory, sizeof(Channel));
    close(file);
    return end;
}

TEST(ChannelVersion, of_another_runner_is_refused_by_the_kit) {
    EXPECT_EQ(end_with_version(Channel::kVersion + 1).status, Channel::kOtherVersion);
    EXPECT_EQ(end_with_version(Channel::kVersion).overrun, Overrun::cancelled);
}

}  // namespace
}  // namespace course
