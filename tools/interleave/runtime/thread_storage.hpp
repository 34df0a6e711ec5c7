// The thread-local storage of the fibers: a control block, to which the FS register points, with
// the thread_local variables of all libraries below it.
//
// A switch has to change all of it, in one of three ways. User code writes the register, where
// processor and kernel let it. Elsewhere that is a system call, which costs as much as the rest of
// a small execution. So a program without thread_local variables of its own stays with the kernel
// thread's storage, and what it holds is exchanged: a few hundred bytes of the standard libraries.
// That would not do for the program's own variables, whose addresses other threads may know.
//
// INTERLEAVE_STORAGE names the way: register, contents or system_call. Where the one that is asked
// for is not possible it is what such a machine has instead.
#pragma once

#include <cstddef>
#include <cstdint>

namespace interleave::runtime {

// Whether INTERLEAVE_STORAGE names a way, or nothing.
bool storage_is_known();

// Called once, before the first fiber. False if the C library is not one whose storage is known.
bool prepare_storage();

// Of the storage of one fiber.
std::size_t storage_bytes();
std::uintptr_t storage_begin(std::uintptr_t control_block);

// Makes the storage of a new thread at the end of this memory, and returns its control block.
std::uintptr_t make_storage(std::uintptr_t end);
// Fills it as a new thread finds it.
void renew_storage(std::uintptr_t control_block);

// What runs from now on has this storage, or the kernel thread's own.
void use_storage(std::uintptr_t control_block);
void use_native_storage();

// Whether a variable there has one address in all threads, and in each what that thread stored.
bool is_exchanged(std::uintptr_t address);

// Runs the enclosed block with the kernel thread's own storage: for calls to the C library that
// keep state there, such as its malloc.
class NativeStorage {
  public:
    NativeStorage();
    ~NativeStorage();
    NativeStorage(const NativeStorage&) = delete;
    NativeStorage& operator=(const NativeStorage&) = delete;

  private:
    std::uintptr_t previous_;
};

}  // namespace interleave::runtime
