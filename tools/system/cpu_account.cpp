#include "system/cpu_account.hpp"

#include <ctime>

namespace sys {
namespace {

thread_local CpuAccount* account_of_thread = nullptr;
thread_local double settled = 0;  // seconds of this thread that were charged

// Charges what the thread has worked since it did this last.
void settle() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    const double now = static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    if (account_of_thread) account_of_thread->charge(now - settled);
    settled = now;
}

}  // namespace

CpuScope::CpuScope(CpuAccount* account) : outer_(account_of_thread) {
    settle();
    account_of_thread = account;
}

CpuScope::~CpuScope() {
    settle();
    account_of_thread = outer_;
}

CpuAccount* CpuScope::current() {
    return account_of_thread;
}

}  // namespace sys
