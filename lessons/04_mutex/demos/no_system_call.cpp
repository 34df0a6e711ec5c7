// From the marked line on the kernel kills this thread for any system call but read, write, exit.
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <fearless/mutex.hpp>

int main() {
    const fearless::Mutex count(0);
    // [no_system_call]
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT) != 0) return 1;
    for (int i = 0; i < 1'000'000; ++i) count.with([](int& value) { ++value; });
    const bool right = count.with([](int& value) { return value == 1'000'000; });
    // [no_system_call]
    const char said[] = "a million times locked, and the kernel has not heard of it\n";
    if (right && write(1, said, sizeof said - 1) < 0) return 1;
    syscall(SYS_exit, 0);
}
