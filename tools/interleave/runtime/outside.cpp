// Time, output, and the ends of the program: where an execution meets the world outside.
#include "interleave/runtime/outside.hpp"

#include <pthread.h>
#include <sched.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include "interleave/runtime/code_ranges.hpp"
#include "interleave/runtime/execution.hpp"
#include "interleave/runtime/real.hpp"
#include "interleave/runtime/thread_storage.hpp"
#include "interleave/runtime/uncontrolled.hpp"
#include "interleave/runtime/virtual_clock.hpp"

namespace interleave::runtime {

Vector<char> output;
Vector<ExitFunction> exit_functions;
bool exit_ends_program = false;

namespace {

constexpr std::size_t kMaxOutput = 1 << 20;

// Everything that is written to the terminal goes to one place, in one order.
void print(Thread& self, const char* text, std::size_t size, void* caller) {
    self.push_call(caller);
    Object& stream = execution.object_at(16, 1, ObjectType::stream);
    execution.step(self, Kind::output, stream, true);
    for (std::size_t i = 0; i < size && output.size() < kMaxOutput; ++i) output.push_back(text[i]);
    if (recorder.on)
        recorder.note(self, Kind::output, output.size() - size, 0, size, output.size());
    --self.call_top;
}

bool is_terminal(FILE* file) {
    return file == stdout || file == stderr;
}

int print_formatted(Thread& self, const char* format, va_list arguments, void* caller) {
    va_list again;
    va_copy(again, arguments);
    char text[4096];
    int size;
    {
        NativeStorage storage;
        size = vsnprintf(text, sizeof text, format, arguments);
    }
    if (size >= 0 && static_cast<std::size_t>(size) < sizeof text) {
        print(self, text, static_cast<std::size_t>(size), caller);
    } else if (size >= 0) {
        NativeStorage storage;
        char* longer = static_cast<char*>(::operator new(static_cast<std::size_t>(size) + 1));
        vsnprintf(longer, static_cast<std::size_t>(size) + 1, format, again);
        print(self, longer, static_cast<std::size_t>(size), caller);
        ::operator delete(longer);
    }
    va_end(again);
    return size;
}

// Each look at the clock takes a little time, and longer and longer ones if nothing else happens:
// a loop that waits for a moment gets there.
std::uint64_t look_at_clock(Thread& self) {
    self.clock_step = self.clock_step ? self.clock_step * 2 : 1000;
    if (self.clock_step > 1'000'000'000'000) self.clock_step = 1'000'000'000'000;
    return execution.virtual_time += self.clock_step;
}

void sleep_for(Thread& self, std::uint64_t nanoseconds) {
    if (recorder.on) recorder.note(self, Kind::sleep, 0, 0, 0, nanoseconds);
    execution.sleep_until(self, execution.virtual_time + nanoseconds);
}

}  // namespace

void uncontrolled(const char* what) {
    execution.fail(Verdict::uncontrolled, what);
}

namespace {
Vector<ExitFunction> early_exit_functions;
}

void keep_exit_functions() {
    early_exit_functions.clear();
    for (const ExitFunction& function : exit_functions) early_exit_functions.push_back(function);
}

void restore_exit_functions() {
    exit_functions.clear();
    for (const ExitFunction& function : early_exit_functions) exit_functions.push_back(function);
}

void run_exit_functions() {
    while (!exit_functions.empty()) {
        const ExitFunction last = exit_functions.back();
        exit_functions.pop_back();
        last.function(last.argument);
    }
}

void program_exits(Thread& self, int status) {
    run_exit_functions();
    for (int id = 1; id < execution.thread_count(); ++id) {
        Thread& thread = execution.thread(id);
        if (thread.detached || thread.joined) continue;
        execution.failure.thread = id;
        execution.fail(Verdict::not_joined, "");
    }
    if (status != 0) {
        snprintf(execution.failure.text, sizeof execution.failure.text,
                 "the program ended with exit status %d", status);
        execution.fail(self.id == 0 ? Verdict::wrong_result : Verdict::crash,
                       execution.failure.text);
    }
    execution.end_program(self);
}

}  // namespace interleave::runtime

using namespace interleave::runtime;
#define CALLER __builtin_return_address(0)

// --- time ---

INTERLEAVE_EXPORT int clock_gettime(clockid_t clock, timespec* time) {
    if (!current) return REAL(clock_gettime)(clock, time);
    *time = to_timespec(look_at_clock(*current));
    return 0;
}
INTERLEAVE_EXPORT time_t time(time_t* result) {
    if (!current) return REAL(time)(result);
    const auto seconds = static_cast<time_t>(look_at_clock(*current) / 1'000'000'000);
    if (result) *result = seconds;
    return seconds;
}
INTERLEAVE_EXPORT int gettimeofday(timeval* time, void* zone) {
    if (!current) return REAL(gettimeofday)(time, zone);
    const std::uint64_t now = look_at_clock(*current);
    *time = {static_cast<time_t>(now / 1'000'000'000),
             static_cast<suseconds_t>(now % 1'000'000'000 / 1000)};
    return 0;
}
INTERLEAVE_EXPORT int nanosleep(const timespec* duration, timespec* rest) {
    if (!current) return REAL(nanosleep)(duration, rest);
    sleep_for(*current, nanoseconds(*duration));
    return 0;
}
INTERLEAVE_EXPORT int clock_nanosleep(clockid_t clock, int flags, const timespec* time,
                                      timespec* rest) {
    if (!current) return REAL(clock_nanosleep)(clock, flags, time, rest);
    const std::uint64_t wanted = nanoseconds(*time);
    if (flags & TIMER_ABSTIME) {
        if (wanted > execution.virtual_time) sleep_for(*current, wanted - execution.virtual_time);
    } else {
        sleep_for(*current, wanted);
    }
    return 0;
}
INTERLEAVE_EXPORT unsigned sleep(unsigned seconds) {
    if (!current) return REAL(sleep)(seconds);
    sleep_for(*current, seconds * 1'000'000'000ull);
    return 0;
}
INTERLEAVE_EXPORT int usleep(useconds_t duration) {
    if (!current) return REAL(usleep)(duration);
    sleep_for(*current, duration * 1000ull);
    return 0;
}
INTERLEAVE_EXPORT int sched_yield() {
    if (!current) return REAL(sched_yield)();
    Thread& self = *current;
    for (std::uintptr_t* at = self.call_top; at > self.calls && at > self.call_top - 4;)
        if (is_bounded_spin(*--at)) return 0;
    execution.yield(self);
    return 0;
}

// --- output ---

INTERLEAVE_EXPORT int printf(const char* format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const int size = current ? print_formatted(*current, format, arguments, CALLER)
                             : vfprintf(stdout, format, arguments);
    va_end(arguments);
    return size;
}
INTERLEAVE_EXPORT int vprintf(const char* format, va_list arguments) {
    return current ? print_formatted(*current, format, arguments, CALLER)
                   : vfprintf(stdout, format, arguments);
}
INTERLEAVE_EXPORT int fprintf(FILE* file, const char* format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const int size = current && is_terminal(file)
                         ? print_formatted(*current, format, arguments, CALLER)
                         : vfprintf(file, format, arguments);
    va_end(arguments);
    return size;
}
INTERLEAVE_EXPORT int vfprintf(FILE* file, const char* format, va_list arguments) {
    if (current && is_terminal(file)) return print_formatted(*current, format, arguments, CALLER);
    return REAL(vfprintf)(file, format, arguments);
}
INTERLEAVE_EXPORT int puts(const char* text) {
    if (!current) return REAL(puts)(text);
    char line[4096];
    const int size = snprintf(line, sizeof line, "%s\n", text);
    print(*current, line, static_cast<std::size_t>(size) < sizeof line ? size : sizeof line - 1,
          CALLER);
    return size;
}
INTERLEAVE_EXPORT int fputs(const char* text, FILE* file) {
    if (!current || !is_terminal(file)) return REAL(fputs)(text, file);
    print(*current, text, std::strlen(text), CALLER);
    return 1;
}
INTERLEAVE_EXPORT std::size_t fwrite(const void* data, std::size_t size, std::size_t count,
                                     FILE* file) {
    if (!current || !is_terminal(file)) return REAL(fwrite)(data, size, count, file);
    print(*current, static_cast<const char*>(data), size * count, CALLER);
    return count;
}
#undef putc
#undef putchar
INTERLEAVE_EXPORT int fputc(int character, FILE* file) {
    if (!current || !is_terminal(file)) return REAL(fputc)(character, file);
    const char text = static_cast<char>(character);
    print(*current, &text, 1, CALLER);
    return character;
}
INTERLEAVE_EXPORT int putc(int character, FILE* file) {
    if (!current || !is_terminal(file)) return REAL(fputc)(character, file);
    const char text = static_cast<char>(character);
    print(*current, &text, 1, CALLER);
    return character;
}
INTERLEAVE_EXPORT int putchar(int character) {
    if (!current) return REAL(fputc)(character, stdout);
    const char text = static_cast<char>(character);
    print(*current, &text, 1, CALLER);
    return character;
}
INTERLEAVE_EXPORT int fflush(FILE* file) {
    if (current && (!file || is_terminal(file))) return 0;
    return REAL(fflush)(file);
}
INTERLEAVE_EXPORT ssize_t write(int descriptor, const void* data, std::size_t size) {
    if (!current || (descriptor != 1 && descriptor != 2))
        return REAL(write)(descriptor, data, size);
    print(*current, static_cast<const char*>(data), size, CALLER);
    return static_cast<ssize_t>(size);
}
INTERLEAVE_EXPORT ssize_t writev(int descriptor, const iovec* parts, int count) {
    if (!current || (descriptor != 1 && descriptor != 2))
        return REAL(writev)(descriptor, parts, count);
    ssize_t size = 0;
    for (int i = 0; i < count; ++i) {
        print(*current, static_cast<const char*>(parts[i].iov_base), parts[i].iov_len, CALLER);
        size += static_cast<ssize_t>(parts[i].iov_len);
    }
    return size;
}

// --- ends ---

extern "C" {
int __cxa_atexit(void (*)(void*), void*, void*);
void __assert_fail(const char*, const char*, unsigned, const char*) noexcept;
}

INTERLEAVE_EXPORT int __cxa_atexit(void (*function)(void*), void* argument, void* library) {
    if (current || (exit_ends_program && !is_library(CALLER))) {
        exit_functions.push_back({function, argument});
        return 0;
    }
    return REAL(__cxa_atexit)(function, argument, library);
}
INTERLEAVE_EXPORT void exit(int status) {
    if (!current) REAL(exit)(status);
    Thread& self = *current;
    if (!exit_ends_program) {
        snprintf(execution.failure.text, sizeof execution.failure.text, "exit(%d)", status);
        execution.fail(interleave::Verdict::crash, execution.failure.text);
    }
    if (self.id != 0) {
        snprintf(execution.failure.text, sizeof execution.failure.text,
                 "exit(%d) while other threads run", status);
        execution.fail(interleave::Verdict::crash, execution.failure.text);
    }
    program_exits(self, status);
}
INTERLEAVE_EXPORT void _exit(int status) {
    if (!current) REAL(_exit)(status);
    if (exit_ends_program && current->id == 0) {
        exit_functions.clear();
        program_exits(*current, status);
    }
    execution.fail(interleave::Verdict::crash, "_exit");
}
INTERLEAVE_EXPORT void quick_exit(int status) {
    if (!current) REAL(quick_exit)(status);
    _exit(status);
}
INTERLEAVE_EXPORT void abort() noexcept {
    if (!current) REAL(abort)();
    execution.fail(interleave::Verdict::crash, "abort()");
}
INTERLEAVE_EXPORT void __assert_fail(const char* expression, const char* file, unsigned line,
                                     const char* function) noexcept {
    if (!current) REAL(__assert_fail)(expression, file, line, function);
    snprintf(execution.failure.text, sizeof execution.failure.text, "assertion `%s` failed",
             expression);
    execution.fail(interleave::Verdict::wrong_result, execution.failure.text);
}

#define UNCONTROLLED(result, name, parameters, arguments, what)   \
    INTERLEAVE_EXPORT result name parameters {                    \
        if (current && !is_c_library(CALLER)) uncontrolled(what); \
        return REAL(name) arguments;                              \
    }

extern "C" {
int socket(int, int, int);
int system(const char*);
FILE* popen(const char*, const char*);
FILE* fopen(const char*, const char*);
FILE* fopen64(const char*, const char*);
}
UNCONTROLLED(pid_t, fork, (), (), "fork")
UNCONTROLLED(int, socket, (int a, int b, int c), (a, b, c), "sockets")
UNCONTROLLED(int, system, (const char* command), (command), "system")
UNCONTROLLED(FILE*, popen, (const char* a, const char* b), (a, b), "popen")
UNCONTROLLED(FILE*, fopen, (const char* a, const char* b), (a, b), "files (fopen)")
UNCONTROLLED(FILE*, fopen64, (const char* a, const char* b), (a, b), "files (fopen)")
