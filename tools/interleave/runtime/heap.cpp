#include "interleave/runtime/heap.hpp"

#include <sys/mman.h>

#include <cstring>

#include "interleave/runtime/layout.hpp"

namespace interleave::runtime {
namespace {

constexpr std::uint64_t kCheck = 0x6b636f6c62766c69;
constexpr std::size_t kGap = 16;  // between blocks, so that a small overrun meets no other block

}  // namespace

bool Heap::map(int thread) {
    void* got = mmap(reinterpret_cast<void*>(kHeaps + thread * kHeapSlot), kHeapSlot,
                     PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
    if (got == MAP_FAILED) return false;
    slots_[thread].mapped = true;
    slots_[thread].next = slots_[thread].marked = kHeaps + thread * kHeapSlot;
    return true;
}

void* Heap::allocate(int thread, std::size_t size, std::size_t alignment) {
    Slot& slot = slots_[thread];
    if (!slot.mapped && !map(thread)) return nullptr;
    const std::uintptr_t begin =
        (slot.next + sizeof(Block) + alignment - 1) & ~(std::uintptr_t{alignment} - 1);
    const std::uintptr_t limit = kHeaps + (thread + 1) * kHeapSlot;
    if (size > limit - begin || begin + size + kGap > limit) return nullptr;
    slot.next = (begin + size + kGap + 15) & ~std::uintptr_t{15};

    Block* block = reinterpret_cast<Block*>(begin) - 1;
    *block = {size, static_cast<std::uint32_t>(blocks_.size()), static_cast<std::uint16_t>(thread),
              true, kCheck ^ begin};
    blocks_.push_back(block);
    ++live_;
    return reinterpret_cast<void*>(begin);
}

Block* Heap::block_at(void* pointer) const {
    const auto address = reinterpret_cast<std::uintptr_t>(pointer);
    if (!on_heap(address) || address % 16) return nullptr;
    const std::uintptr_t slot = (address - kHeaps) / kHeapSlot;
    if (!slots_[slot].mapped || address > slots_[slot].next ||
        address - kHeaps - slot * kHeapSlot < sizeof(Block))
        return nullptr;
    Block* block = reinterpret_cast<Block*>(pointer) - 1;
    if (block->check != (kCheck ^ address) || block->serial >= blocks_.size() ||
        blocks_[block->serial] != block)
        return nullptr;
    return block;
}

Block* Heap::block_around(std::uintptr_t address) const {
    Block* nearest = nullptr;
    for (Block* block : blocks_)
        if (block->begin() <= address && address < block->begin() + (block->size ? block->size : 1))
            nearest = block;
    return nearest;
}

bool Heap::gave_out(std::uintptr_t address) const {
    if (!on_heap(address)) return false;
    const Slot& slot = slots_[(address - kHeaps) / kHeapSlot];
    return slot.mapped && address < slot.next;
}

void Heap::release(Block& block) {
    block.live = false;
    --live_;
}

void Heap::mark() {
    for (Slot& slot : slots_) slot.marked = slot.next;
    marked_live_ = live_;
    marked_blocks_ = blocks_.size();
}

void Heap::reset() {
    for (Slot& slot : slots_) slot.next = slot.marked;
    live_ = marked_live_;
    blocks_.resize(marked_blocks_);
}

}  // namespace interleave::runtime
