#include "system/confine.hpp"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>

namespace sys {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
#error "The system calls of this processor are not listed here."
#endif

// A filter program under construction: a fixed array, because it is built between fork and exec,
// where nothing may be allocated. A rule is a few instructions that fall through if it does not
// apply. https://www.kernel.org/doc/html/latest/userspace-api/seccomp_filter.html
class Filter {
  public:
    void refuse(int call) {
        jump_unless_equal(call, 1);
        give(SECCOMP_RET_TRAP);
    }
    void pretend_absent(int call) {
        jump_unless_equal(call, 1);
        give(SECCOMP_RET_ERRNO | ENOSYS);
    }
    // The argument may be `value`, or 0 where that also means the caller.
    void refuse_unless_argument(int call, int argument, std::uint32_t value, bool or_zero) {
        jump_unless_equal(call, or_zero ? 5 : 4);
        load(offsetof(seccomp_data, args) + 8 * argument);
        if (or_zero) add(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0);
        add(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1);
        give(SECCOMP_RET_ALLOW);
        give(SECCOMP_RET_TRAP);
    }
    // clone: a thread shares the memory and does not stop its parent.
    void refuse_clone_of_a_process(int call) {
        jump_unless_equal(call, 5);
        load(offsetof(seccomp_data, args));
        add(BPF_ALU | BPF_AND | BPF_K, CLONE_VM | CLONE_VFORK);
        add(BPF_JMP | BPF_JEQ | BPF_K, CLONE_VM, 0, 1);
        give(SECCOMP_RET_ALLOW);
        give(SECCOMP_RET_TRAP);
    }
    void begin() {
        load(offsetof(seccomp_data, arch));
        add(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 1, 0);
        give(SECCOMP_RET_KILL_PROCESS);
        load(offsetof(seccomp_data, nr));
    }
    bool install() {
        give(SECCOMP_RET_ALLOW);
        sock_fprog program{static_cast<unsigned short>(size_), code_};
        return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
               prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
    }

  private:
    void add(unsigned code, std::uint32_t k, unsigned yes = 0, unsigned no = 0) {
        code_[size_++] = {static_cast<std::uint16_t>(code), static_cast<std::uint8_t>(yes),
                          static_cast<std::uint8_t>(no), k};
    }
    void load(std::size_t offset) {
        add(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset));
    }
    void give(std::uint32_t verdict) { add(BPF_RET | BPF_K, verdict); }
    void jump_unless_equal(int call, unsigned instructions) {
        add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, instructions);
    }

    sock_filter code_[160];
    std::size_t size_ = 0;
};

}  // namespace

bool confine_this_process(bool allow_tracing) {
    auto self = static_cast<std::uint32_t>(getpid());
    Filter filter;
    filter.begin();
#ifdef __NR_fork
    filter.refuse(__NR_fork);
    filter.refuse(__NR_vfork);
#endif
    filter.refuse_clone_of_a_process(__NR_clone);
    // Its flags are in memory, where a filter cannot look; the C library then takes clone.
    filter.pretend_absent(__NR_clone3);
    filter.refuse(__NR_setsid);
    filter.refuse(__NR_setpgid);
    filter.refuse(__NR_tkill);
    filter.refuse(__NR_pidfd_open);
    filter.refuse(__NR_pidfd_send_signal);
    filter.refuse(__NR_process_vm_writev);
    if (!allow_tracing) filter.refuse(__NR_ptrace);
    filter.refuse_unless_argument(__NR_kill, 0, self, false);
    filter.refuse_unless_argument(__NR_tgkill, 0, self, false);
    filter.refuse_unless_argument(__NR_rt_sigqueueinfo, 0, self, false);
    filter.refuse_unless_argument(__NR_rt_tgsigqueueinfo, 0, self, false);
    filter.refuse_unless_argument(__NR_prlimit64, 0, self, true);
    return filter.install();
}

}  // namespace sys
