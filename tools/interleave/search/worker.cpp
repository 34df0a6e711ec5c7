#include "interleave/search/worker.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "interleave/report/json.hpp"
#include "interleave/runtime/code_ranges.hpp"
#include "interleave/runtime/execution.hpp"
#include "interleave/runtime/outside.hpp"
#include "interleave/runtime/signals.hpp"
#include "interleave/runtime/snapshot.hpp"
#include "interleave/runtime/thread_storage.hpp"
#include "interleave/search/explorer.hpp"

extern "C" {
extern char __libc_single_threaded;
}

namespace interleave::search {

using runtime::execution;

Result explore_here(const Options& options, bool collect, void (*body)(void*), void* argument) {
    // Else the counts of shared_ptr are plain until the first thread starts: the first execution
    // would differ from the second one.
    __libc_single_threaded = 0;
    runtime::find_code_ranges();
    if (!runtime::storage_is_known())
        throw std::invalid_argument(
            "INTERLEAVE_STORAGE is none of register, contents, system_call");
    if (!execution.prepare())
        throw std::runtime_error("this system gives the explorer no memory or no thread storage");
    runtime::install_handlers(3);
    execution.set_body(body, argument);
    runtime::take_snapshot();
    runtime::keep_exit_functions();
    return Explorer(options, collect).run();
}

namespace {

void write_all(int file, const std::string& text) {
    std::size_t written = 0;
    while (written < text.size()) {
        const ssize_t got = write(file, text.data() + written, text.size() - written);
        if (got <= 0) return;
        written += static_cast<std::size_t>(got);
    }
}

std::string read_all(int file) {
    std::string text;
    char part[65536];
    for (;;) {
        const ssize_t got = read(file, part, sizeof part);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return text;
        text.append(part, static_cast<std::size_t>(got));
    }
}

Result died(int status) {
    Result result;
    result.verdict = Verdict::crash;
    result.message = WIFSIGNALED(status)
                         ? std::string("the explored program ended the explorer with it: ") +
                               strsignal(WTERMSIG(status))
                         : "the explored program ended the explorer with it";
    return result;
}

}  // namespace

Result explore_in_child(const Options& options, bool collect, void (*body)(void*), void* argument) {
    int pipe_ends[2];
    if (pipe2(pipe_ends, O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe");
    const pid_t child = fork();
    if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
    if (child == 0) {
        close(pipe_ends[0]);
        std::string text;
        try {
            text = to_json(explore_here(options, collect, body, argument));
        } catch (const std::invalid_argument& error) {
            text = std::string("?") + error.what();
        } catch (const std::exception& error) {
            text = std::string("!") + error.what();
        }
        write_all(pipe_ends[1], text);
        _exit(0);
    }
    close(pipe_ends[1]);
    const std::string text = read_all(pipe_ends[0]);
    close(pipe_ends[0]);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (text.empty()) return died(status);
    if (text[0] == '?') throw std::invalid_argument(text.substr(1));
    if (text[0] == '!') throw std::runtime_error(text.substr(1));
    return from_json(text);
}

}  // namespace interleave::search
