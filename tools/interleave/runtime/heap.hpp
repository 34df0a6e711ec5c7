// The explored program's heap.
//
// Each thread takes its blocks from a slot of its own, one after the other, so an address depends
// only on what that thread allocated before. A freed block is not used again in the same
// execution: every later access to it is an error that can be seen. reset() makes the next
// execution start with the same addresses.
#pragma once

#include <cstddef>
#include <cstdint>

#include "interleave/runtime/thread_set.hpp"
#include "interleave/runtime/vector.hpp"

namespace interleave::runtime {

struct Block {
    std::uint64_t size;
    std::uint32_t serial;  // position in Heap::blocks()
    std::uint16_t thread;  // that allocated it
    bool live;
    std::uint64_t check;  // recognises a block's first byte

    std::uintptr_t begin() const { return reinterpret_cast<std::uintptr_t>(this + 1); }
};

class Heap {
  public:
    // Null when the slot is full. `alignment` is a power of two, at least 16.
    void* allocate(int thread, std::size_t size, std::size_t alignment);
    // The block that starts at `pointer`, or null.
    Block* block_at(void* pointer) const;
    // The block that contains the address, live or freed; null if none does.
    Block* block_around(std::uintptr_t address) const;
    // Whether the address belongs to a block of this execution, live or freed, or lies beside one.
    bool gave_out(std::uintptr_t address) const;
    void release(Block& block);

    std::size_t live_blocks() const { return live_; }
    const Vector<Block*>& blocks() const { return blocks_; }

    // Everything allocated from now on is gone after reset().
    void mark();
    void reset();

  private:
    bool map(int thread);

    struct Slot {
        bool mapped = false;
        std::uintptr_t next = 0, marked = 0;
    };
    Slot slots_[kMaxThreads];
    Vector<Block*> blocks_;
    std::size_t live_ = 0, marked_live_ = 0, marked_blocks_ = 0;
};

}  // namespace interleave::runtime
