#include "interleave/runtime/fiber.hpp"

#include <asm/prctl.h>
#include <dlfcn.h>
#include <link.h>
#include <pthread.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

#include "interleave/runtime/layout.hpp"
#include "interleave/runtime/vector.hpp"

// The callee-saved registers go to the old stack, then the stack pointer and, where the processor
// allows it, the FS base change.
asm(R"(
.text
.hidden interleave_switch
.globl interleave_switch
.type interleave_switch, @function
interleave_switch:
    .cfi_startproc
    pushq %rbp
    pushq %rbx
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
    movq %rsp, (%rdi)
    movq %rsi, %rsp
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %rbx
    popq %rbp
    ret
    .cfi_endproc
.size interleave_switch, .-interleave_switch

.hidden interleave_entry
.globl interleave_entry
.type interleave_entry, @function
interleave_entry:
    .cfi_startproc
    .cfi_undefined rip
    xorl %ebp, %ebp
    callq *%rbx
    ud2
    .cfi_endproc
.size interleave_entry, .-interleave_entry
)");

extern "C" {
void interleave_switch(void** from, void* to);
void interleave_entry();
}

namespace interleave::runtime {
namespace {

constexpr std::size_t kDefaultStack = std::size_t{8} << 20;
constexpr std::size_t kPage = 4096;

bool fast_fs_base = false;
std::uintptr_t kernel_thread_fs = 0;
void* kernel_thread_sp = nullptr;
bool on_fiber = false;

std::size_t tls_bytes = 0;            // below the control block
std::size_t control_block_bytes = 0;  // glibc's struct pthread
void* (*allocate_tls)(void*) = nullptr;
void (*init_ctype)() = nullptr;
char* pristine = nullptr;  // what a new thread's storage holds

struct Slot {
    bool mapped;
    std::uintptr_t control_block;
    std::size_t stack_bytes;
};
Slot slots[kMaxThreads];

[[gnu::target("fsgsbase")]] void write_fs(std::uintptr_t base) {
    if (fast_fs_base) {
        __builtin_ia32_wrfsbase64(base);
    } else {
        syscall(SYS_arch_prctl, ARCH_SET_FS, base);
    }
}

std::uintptr_t read_fs() {
    std::uintptr_t base;
    asm("movq %%fs:0, %0" : "=r"(base));  // the control block starts with its own address
    return base;
}

int largest_tls(dl_phdr_info* info, std::size_t, void* largest) {
    if (!info->dlpi_tls_data) return 0;
    const std::uintptr_t below =
        kernel_thread_fs - reinterpret_cast<std::uintptr_t>(info->dlpi_tls_data);
    if (below < (std::size_t{1} << 24) && below > *static_cast<std::size_t*>(largest))
        *static_cast<std::size_t*>(largest) = below;
    return 0;
}

template <typename F>
bool find_symbol(F& function, const char* name) {
    function = reinterpret_cast<F>(dlsym(RTLD_DEFAULT, name));
    return function != nullptr;
}

void map_slot(int slot, std::size_t stack_bytes) {
    const std::uintptr_t begin = kStacks + slot * kStackSlot;
    const std::uintptr_t end = begin + kStackSlot;
    if (!slots[slot].mapped) {
        void* got = mmap(reinterpret_cast<void*>(begin), kStackSlot, PROT_NONE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
        if (got == MAP_FAILED) abort();
    }
    const std::size_t used = stack_bytes + tls_bytes + control_block_bytes + 2 * kPage;
    const std::uintptr_t lowest = (end - used) & ~(kPage - 1);
    mprotect(reinterpret_cast<void*>(lowest), end - lowest, PROT_READ | PROT_WRITE);
}

// Storage as pthread_create lays it out, filled the way a new thread sees it.
void make_storage(int slot) {
    const std::uintptr_t control_block =
        (kStacks + (slot + 1) * kStackSlot - control_block_bytes - kPage) & ~std::uintptr_t{63};
    auto* block = reinterpret_cast<char*>(control_block);
    auto* native = reinterpret_cast<const char*>(kernel_thread_fs);
    allocate_tls(block);  // the table of modules, and the initial values
    void* modules;
    std::memcpy(&modules, block + 8, 8);
    std::memcpy(block, native, control_block_bytes);
    std::memcpy(block, &control_block, 8);
    std::memcpy(block + 8, &modules, 8);
    std::memcpy(block + 16, &control_block, 8);
    slots[slot].control_block = control_block;
    if (!pristine) {
        const std::uintptr_t before = read_fs();
        write_fs(control_block);
        init_ctype();
        write_fs(before);
        pristine = static_cast<char*>(
            mmap(nullptr, tls_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
        std::memcpy(pristine, block - tls_bytes, tls_bytes);
    }
}

}  // namespace

bool prepare_fibers() {
    kernel_thread_fs = read_fs();
    fast_fs_base = getauxval(AT_HWCAP2) & 2;
    unsigned* pthread_bytes;
    if (!find_symbol(allocate_tls, "_dl_allocate_tls") ||
        !find_symbol(init_ctype, "__ctype_init") ||
        !find_symbol(pthread_bytes, "_thread_db_sizeof_pthread"))
        return false;
    control_block_bytes = *pthread_bytes;
    tls_bytes = 0;
    dl_iterate_phdr(largest_tls, &tls_bytes);
    tls_bytes = (tls_bytes + 63) & ~std::size_t{63};
    return true;
}

void Fiber::reset(int slot, std::size_t stack_bytes, void (*entry)()) {
    Slot& taken = slots[slot];
    stack_bytes = stack_bytes ? (stack_bytes + kPage - 1) & ~(kPage - 1) : kDefaultStack;
    if (stack_bytes > kStackSlot - (std::size_t{1} << 20)) stack_bytes = kStackSlot - (1 << 20);
    if (!taken.mapped || stack_bytes > taken.stack_bytes) {
        map_slot(slot, stack_bytes);
        if (!taken.mapped) make_storage(slot);
        taken.mapped = true;
        taken.stack_bytes = stack_bytes;
    }
    control_block_ = taken.control_block;
    std::memcpy(reinterpret_cast<char*>(control_block_) - tls_bytes, pristine, tls_bytes);
    stack_top_ = (control_block_ - tls_bytes) & ~std::uintptr_t{63};
    stack_bytes_ = taken.stack_bytes;

    auto* frame = reinterpret_cast<std::uintptr_t*>(stack_top_ - 72);
    frame[0] = frame[1] = frame[2] = frame[3] = 0;                  // r15, r14, r13, r12
    frame[4] = reinterpret_cast<std::uintptr_t>(entry);             // rbx
    frame[5] = 0;                                                   // rbp
    frame[6] = reinterpret_cast<std::uintptr_t>(interleave_entry);  // the return address
    sp_ = frame;
}

void Fiber::enter() {
    on_fiber = true;
    write_fs(control_block_);
    interleave_switch(&kernel_thread_sp, sp_);
}

void Fiber::leave() {
    on_fiber = false;
    write_fs(kernel_thread_fs);
    interleave_switch(&sp_, kernel_thread_sp);
}

void Fiber::switch_to(Fiber& next) {
    write_fs(next.control_block_);
    interleave_switch(&sp_, next.sp_);
}

NativeStorage::NativeStorage() : previous_(on_fiber ? read_fs() : 0) {
    if (previous_) write_fs(kernel_thread_fs);
}

NativeStorage::~NativeStorage() {
    if (previous_) write_fs(previous_);
}

}  // namespace interleave::runtime
