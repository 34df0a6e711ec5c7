// Stacks and thread-local storage for the threads of an execution, all run by one kernel thread.
//
// A fiber has a stack, and storage of its own for every thread_local variable: a switch changes the
// stack pointer and the storage. Both survive an execution and are made fresh by reset().
#pragma once

#include <cstddef>
#include <cstdint>

namespace interleave::runtime {

class Fiber {
  public:
    // Takes the slot's memory the first time, and prepares a first switch that calls entry().
    // `stack_bytes` is rounded up; 0 means 8 MiB.
    void reset(int slot, std::size_t stack_bytes, void (*entry)());

    std::uintptr_t stack_top() const { return stack_top_; }
    std::uintptr_t stack_bottom() const { return stack_top_ - stack_bytes_; }
    // Where the stack ends while the fiber does not run.
    std::uintptr_t saved_stack_pointer() const { return reinterpret_cast<std::uintptr_t>(sp_); }
    // The value of pthread_self() in this fiber.
    std::uintptr_t self() const { return control_block_; }

    // Leaves the kernel thread's own stack, and comes back to it.
    void enter();
    void leave();
    void switch_to(Fiber& next);

  private:
    void* sp_ = nullptr;
    std::uintptr_t control_block_ = 0;  // of its storage
    std::uintptr_t stack_top_ = 0;
    std::size_t stack_bytes_ = 0;
};

}  // namespace interleave::runtime
