#include "interleave/runtime/fiber.hpp"

#include <sys/mman.h>

#include <cstdlib>

#include "interleave/runtime/layout.hpp"
#include "interleave/runtime/thread_storage.hpp"

// The callee-saved registers go to the old stack, then the stack pointer changes.
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

void* kernel_thread_sp = nullptr;

struct Slot {
    bool mapped;
    std::uintptr_t control_block;
    std::size_t stack_bytes;
};
Slot slots[kMaxThreads];

void map_slot(int slot, std::size_t stack_bytes) {
    const std::uintptr_t begin = kStacks + slot * kStackSlot;
    const std::uintptr_t end = begin + kStackSlot;
    if (!slots[slot].mapped) {
        void* got = mmap(reinterpret_cast<void*>(begin), kStackSlot, PROT_NONE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
        if (got == MAP_FAILED) abort();
    }
    const std::uintptr_t lowest = (end - stack_bytes - storage_bytes() - 2 * kPage) & ~(kPage - 1);
    mprotect(reinterpret_cast<void*>(lowest), end - lowest, PROT_READ | PROT_WRITE);
    if (!slots[slot].mapped) slots[slot].control_block = make_storage(end - kPage);
    slots[slot].mapped = true;
    slots[slot].stack_bytes = stack_bytes;
}

}  // namespace

void Fiber::reset(int slot, std::size_t stack_bytes, void (*entry)()) {
    Slot& taken = slots[slot];
    stack_bytes = stack_bytes ? (stack_bytes + kPage - 1) & ~(kPage - 1) : kDefaultStack;
    if (stack_bytes > kStackSlot - (std::size_t{1} << 20)) stack_bytes = kStackSlot - (1 << 20);
    if (!taken.mapped || stack_bytes > taken.stack_bytes) map_slot(slot, stack_bytes);
    control_block_ = taken.control_block;
    renew_storage(control_block_);
    stack_top_ = storage_begin(control_block_);
    stack_bytes_ = taken.stack_bytes;

    auto* frame = reinterpret_cast<std::uintptr_t*>(stack_top_ - 72);
    frame[0] = frame[1] = frame[2] = frame[3] = 0;                  // r15, r14, r13, r12
    frame[4] = reinterpret_cast<std::uintptr_t>(entry);             // rbx
    frame[5] = 0;                                                   // rbp
    frame[6] = reinterpret_cast<std::uintptr_t>(interleave_entry);  // the return address
    sp_ = frame;
}

void Fiber::enter() {
    use_storage(control_block_);
    interleave_switch(&kernel_thread_sp, sp_);
}

void Fiber::leave() {
    use_native_storage();
    interleave_switch(&sp_, kernel_thread_sp);
}

void Fiber::switch_to(Fiber& next) {
    use_storage(next.control_block_);
    interleave_switch(&sp_, next.sp_);
}

}  // namespace interleave::runtime
