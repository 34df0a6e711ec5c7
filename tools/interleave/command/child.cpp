#include "interleave/command/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "interleave/command/error.hpp"

namespace interleave::command {
namespace {

constexpr std::size_t kMostOutput = 256 << 10;

volatile std::sig_atomic_t signal_that_came = 0;
int wake_up_pipe[2] = {-1, -1};

void take_signal(int signal) {
    const int before = errno;
    signal_that_came = signal;
    // A poll that begins a moment later must notice, too.
    [[maybe_unused]] const ssize_t written = write(wake_up_pipe[1], "!", 1);
    errno = before;
}

[[noreturn]] void cannot_start(const std::string& program, int error) {
    throw Error(kCannotBuild, program + " cannot be started: " + std::strerror(error) + ".");
}

class Pipe {
  public:
    Pipe() {
        if (pipe2(ends_, O_CLOEXEC) != 0) cannot_start("A program", errno);
    }
    ~Pipe() {
        close_reading();
        close_writing();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    int reading() const { return ends_[0]; }
    int writing() const { return ends_[1]; }
    void close_reading() { shut(ends_[0]); }
    void close_writing() { shut(ends_[1]); }

    // Takes what is there; false at the end. What is beyond `most` bytes is thrown away.
    bool take(std::string& text, std::size_t most) const {
        char part[65536];
        const ssize_t got = read(ends_[0], part, sizeof part);
        if (got < 0) return errno == EINTR;
        if (text.size() < most)
            text.append(part, std::min(static_cast<std::size_t>(got), most - text.size()));
        return got > 0;
    }

  private:
    static void shut(int& file) {
        if (file >= 0) close(file);
        file = -1;
    }
    int ends_[2] = {-1, -1};
};

// In the child. Everything that allocates was done before the fork.
[[noreturn]] void become(const ChildSpec& spec, char* const* words, const Pipe& output,
                         const Pipe& result, const Pipe& failure) {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) std::signal(signal, SIG_DFL);
    if (spec.same_addresses) personality(ADDR_NO_RANDOMIZE);
    // The ends may have the numbers that are about to be taken: they move out of the way first.
    const int out = fcntl(output.writing(), F_DUPFD_CLOEXEC, 10);
    const int results = fcntl(result.writing(), F_DUPFD_CLOEXEC, 10);
    const int failures = fcntl(failure.writing(), F_DUPFD_CLOEXEC, 10);
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    dup2(nothing, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(out, STDERR_FILENO);
    dup2(results, kResultFile);
    execvp(words[0], words);
    const int error = errno;
    [[maybe_unused]] const ssize_t written = write(failures, &error, sizeof error);
    _exit(127);
}

class Child {
  public:
    Child(const ChildSpec& spec, Pipe& output, Pipe& result) {
        std::vector<char*> words;
        for (const std::string& word : spec.argv) words.push_back(const_cast<char*>(word.c_str()));
        words.push_back(nullptr);
        Pipe failure;
        pid_ = fork();
        if (pid_ < 0) cannot_start(spec.argv[0], errno);
        if (pid_ == 0) {
            for (const std::string& variable : spec.environment)
                putenv(const_cast<char*>(variable.c_str()));
            become(spec, words.data(), output, result, failure);
        }
        setpgid(pid_, pid_);
        output.close_writing();
        result.close_writing();
        failure.close_writing();
        int error = 0;
        const bool failed = read(failure.reading(), &error, sizeof error) == sizeof error;
        if (!failed) return;
        end();
        cannot_start(spec.argv[0], error);
    }
    ~Child() { end(); }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    void kill_group() const { kill(-pid_, SIGKILL); }
    // Waits for it; what it has started ends with it.
    int end() {
        if (pid_ <= 0) return status_;
        siginfo_t info;
        while (waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOWAIT) < 0 &&
               errno == EINTR) {
        }
        kill_group();
        while (waitpid(pid_, &status_, 0) < 0 && errno == EINTR) {
        }
        // Its orphans come to this process, and what they write to must be at rest.
        while (waitpid(-pid_, nullptr, 0) > 0 || errno == EINTR) {
        }
        pid_ = 0;
        return status_;
    }

  private:
    pid_t pid_ = 0;
    int status_ = 0;
};

}  // namespace

ChildEnd run_child(const ChildSpec& spec) {
    using Clock = std::chrono::steady_clock;
    if (signal_that_came) throw Error(kCannotBuild, "Interrupted.");
    Pipe output, result;
    Child child(spec, output, result);
    ChildEnd end;
    const auto last = Clock::now() + std::chrono::duration<double>(spec.seconds);
    bool more_output = true, more_result = true;
    while (more_output || more_result) {
        pollfd files[3] = {{more_output ? output.reading() : -1, POLLIN, 0},
                           {more_result ? result.reading() : -1, POLLIN, 0},
                           {wake_up_pipe[0], POLLIN, 0}};
        const std::chrono::duration<double, std::milli> left = last - Clock::now();
        if (left.count() <= 0) end.timed_out = true;
        if (end.timed_out || signal_that_came) break;
        poll(files, 3, static_cast<int>(std::min(left.count() + 1, 1e9)));
        if (files[0].revents) more_output = output.take(end.output, kMostOutput);
        if (files[1].revents) more_result = result.take(end.result, end.result.max_size());
    }
    if (end.timed_out || signal_that_came) child.kill_group();
    const int status = child.end();
    if (signal_that_came) throw Error(kCannotBuild, "Interrupted.");
    if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
    if (WIFEXITED(status)) end.status = WEXITSTATUS(status);
    return end;
}

void end_children_on_signals() {
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    if (pipe2(wake_up_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before{};
        sigaction(signal, nullptr, &before);
        if (before.sa_handler == SIG_IGN) continue;
        struct sigaction action{};
        action.sa_handler = take_signal;
        sigemptyset(&action.sa_mask);
        sigaction(signal, &action, nullptr);
    }
}

void die_if_interrupted() {
    if (!signal_that_came) return;
    const int signal = signal_that_came;
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

}  // namespace interleave::command
