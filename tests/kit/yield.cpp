// sched_yield for every test program. A loop that only yields is to be ended like any other, by the
// processor time that it takes; beside other programs it would get next to none, and run on until
// the clock ends it. So a program that has yielded very often keeps the processor from then on.
// Whoever waits like that is interrupted by the kernel as any thread is.
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>

extern "C" int sched_yield() noexcept {
    constexpr unsigned kPolite = 10'000;
    static std::atomic<unsigned> calls{0};
    if (calls.load(std::memory_order_relaxed) >= kPolite) return 0;
    calls.fetch_add(1, std::memory_order_relaxed);
    return static_cast<int>(syscall(SYS_sched_yield));
}
