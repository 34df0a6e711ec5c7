#include "interleave/runtime/signals.hpp"

#include <cxxabi.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <unwind.h>

#include <cstdio>
#include <cstring>
#include <exception>
#include <typeinfo>

#include "interleave/runtime/code_ranges.hpp"
#include "interleave/runtime/execution.hpp"
#include "interleave/runtime/layout.hpp"
#include "interleave/runtime/real.hpp"
#include "interleave/runtime/thread_storage.hpp"

namespace interleave::runtime {
namespace {

constexpr std::size_t kSignalStack = 1 << 16;
int patience = 5;
int quiet_seconds = 0;
std::uint64_t last_steps = 0, last_quiet = 0;

const char* meaning_of(int signal) {
    switch (signal) {
        case SIGSEGV:
            return "an access to memory that is not there (SIGSEGV)";
        case SIGBUS:
            return "an access to memory that is not there (SIGBUS)";
        case SIGFPE:
            return "an arithmetic error such as a division by zero (SIGFPE)";
        default:
            return "an instruction that is none (SIGILL)";
    }
}

void crashed(int signal, siginfo_t* info, void*) {
    if (!current && interrupted) current = interrupted;
    interrupted = nullptr;
    Thread* self = current;
    if (!self) {
        // Not the program's fault: die visibly.
        struct sigaction standard = {};
        standard.sa_handler = SIG_DFL;
        sigaction(signal, &standard, nullptr);
        return;
    }
    const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
    const bool overflow = signal == SIGSEGV && address < self->fiber.stack_bottom() &&
                          address + (1 << 20) > self->fiber.stack_bottom();
    execution.failure.address = signal == SIGSEGV || signal == SIGBUS ? address : 0;
    execution.fail(Verdict::crash, overflow ? "stack overflow" : meaning_of(signal));
}

// The clock of a process that works. A second of work without a sign from the program counts.
void second_passed(int) {
    if (!current) return;
    const std::uint64_t quiet =
        current->quiet + (static_cast<std::uint64_t>(current->quiet_rounds) << 32);
    if (execution.steps_taken != last_steps || quiet != last_quiet) {
        last_steps = execution.steps_taken;
        last_quiet = quiet;
        quiet_seconds = 0;
        return;
    }
    if (++quiet_seconds < patience) return;
    execution.failure.object = nullptr;
    execution.fail(Verdict::livelock, "it computes for ever without reaching another step");
}

bool called_by_a_dropped_thread() {
    bool found = false;
    _Unwind_Backtrace(
        [](_Unwind_Context* context, void* result) {
            if (!drops_thread(_Unwind_GetIP(context) - 1)) return _URC_NO_REASON;
            *static_cast<bool*>(result) = true;
            return _URC_END_OF_STACK;
        },
        &found);
    return found;
}

void terminated() {
    if (!current) std::abort();
    Failure& failure = execution.failure;
    const std::type_info* type = abi::__cxa_current_exception_type();
    if (!type) {
        if (called_by_a_dropped_thread()) execution.fail(Verdict::not_joined, "dropped");
        execution.fail(Verdict::crash, "std::terminate()");
    }
    const char* what = nullptr;
    try {
        throw;
    } catch (const std::exception& error) {
        what = error.what();
    } catch (...) {
    }
    char name[256];
    {
        NativeStorage storage;
        Thread* self = current;
        current = nullptr;
        int status;
        char* readable = abi::__cxa_demangle(type->name(), nullptr, nullptr, &status);
        std::snprintf(name, sizeof name, "%s", readable ? readable : type->name());
        std::free(readable);
        current = self;
    }
    std::snprintf(failure.text, sizeof failure.text, what ? "%s: \"%s\"" : "%s", name, what);
    execution.fail(Verdict::exception, failure.text);
}

}  // namespace

void install_handlers(int seconds) {
    patience = seconds;
    stack_t stack = {};
    stack.ss_size = kSignalStack;
    stack.ss_sp =
        mmap(nullptr, kSignalStack, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    sigaltstack(&stack, nullptr);
    struct sigaction action = {};
    action.sa_sigaction = crashed;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
    for (int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL}) sigaction(signal, &action, nullptr);
    struct sigaction tick = {};
    tick.sa_handler = second_passed;
    tick.sa_flags = SA_ONSTACK | SA_NODEFER | SA_RESTART;
    sigaction(SIGPROF, &tick, nullptr);
    itimerval every = {{1, 0}, {1, 0}};
    setitimer(ITIMER_PROF, &every, nullptr);
    std::set_terminate(terminated);
}

}  // namespace interleave::runtime
