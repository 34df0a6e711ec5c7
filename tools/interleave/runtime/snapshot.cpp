#include "interleave/runtime/snapshot.hpp"

#include <link.h>
#include <sys/mman.h>

#include <cstring>

#include "interleave/runtime/execution.hpp"
#include "interleave/runtime/vector.hpp"

namespace interleave::runtime {
namespace {

struct Range {
    char* begin;
    std::size_t size;
    char* copy;
};
Vector<Range> ranges;

char* take_memory(std::size_t bytes) {
    void* got = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return static_cast<char*>(got);
}

void add_range(std::uintptr_t begin, std::uintptr_t end) {
    if (begin >= end) return;
    Range range = {reinterpret_cast<char*>(begin), end - begin, take_memory(end - begin)};
    std::memcpy(range.copy, range.begin, range.size);
    ranges.push_back(range);
}

// The addresses that the loader fills in when a function is called for the first time: putting
// them back would have it look every function up again in every execution.
void find_bound_functions(const dl_phdr_info* info, const ElfW(Phdr) & segment,
                          std::uintptr_t& begin, std::uintptr_t& end) {
    const auto* entry = reinterpret_cast<const ElfW(Dyn)*>(info->dlpi_addr + segment.p_vaddr);
    const ElfW(Rela)* relocations = nullptr;
    std::size_t bytes = 0;
    for (; entry->d_tag != DT_NULL; ++entry) {
        if (entry->d_tag == DT_JMPREL)
            relocations = reinterpret_cast<const ElfW(Rela)*>(entry->d_un.d_ptr);
        if (entry->d_tag == DT_PLTRELSZ) bytes = entry->d_un.d_val;
    }
    for (std::size_t i = 0; relocations && i < bytes / sizeof *relocations; ++i) {
        const std::uintptr_t at = info->dlpi_addr + relocations[i].r_offset;
        if (!begin || at < begin) begin = at;
        if (at + 8 > end) end = at + 8;
    }
}

// The executable is the first object of the process.
int add_executable(dl_phdr_info* info, std::size_t, void*) {
    std::uintptr_t constant_begin = 0, constant_end = 0;
    std::uintptr_t bound_begin = 0, bound_end = 0;
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        const auto& segment = info->dlpi_phdr[i];
        if (segment.p_type == PT_DYNAMIC)
            find_bound_functions(info, segment, bound_begin, bound_end);
        if (segment.p_type != PT_GNU_RELRO) continue;
        constant_begin = info->dlpi_addr + segment.p_vaddr;
        constant_end = (constant_begin + segment.p_memsz) & ~std::uintptr_t{4095};
    }
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        const auto& segment = info->dlpi_phdr[i];
        if (segment.p_type != PT_LOAD || !(segment.p_flags & PF_W)) continue;
        std::uintptr_t begin = info->dlpi_addr + segment.p_vaddr;
        const std::uintptr_t end = begin + segment.p_memsz;
        if (constant_begin >= begin && constant_begin < end) begin = constant_end;
        if (bound_begin >= begin && bound_end <= end) {
            add_range(begin, bound_begin);
            begin = bound_end;
        }
        add_range(begin, end);
    }
    return 1;
}

}  // namespace

void take_snapshot() {
    for (const Range& range : ranges) munmap(range.copy, range.size);
    ranges.clear();
    dl_iterate_phdr(add_executable, nullptr);
    for (const Block* block : execution.heap.blocks())
        if (block->live) add_range(block->begin() - sizeof(Block), block->begin() + block->size);
    execution.heap.mark();
}

void restore_snapshot() {
    for (const Range& range : ranges) std::memcpy(range.begin, range.copy, range.size);
}

std::uint64_t hash_globals(std::uint64_t hash,
                           std::uint64_t (*hash_words)(std::uint64_t hash, std::uintptr_t begin,
                                                       std::uintptr_t end)) {
    for (const Range& range : ranges) {
        const auto begin = reinterpret_cast<std::uintptr_t>(range.begin);
        hash = hash_words(hash, begin, begin + range.size);
    }
    return hash;
}

Block* find_leak(const Heap& heap) {
    static Vector<Range> pending;
    static Vector<bool> reached;
    const auto& blocks = heap.blocks();
    reached.resize(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) reached[i] = false;
    pending.clear();
    for (const Range& range : ranges) pending.push_back(range);
    // Threads that the end of the program cut short still hold what they hold.
    for (int id = 0; id < execution.thread_count(); ++id) {
        Thread& thread = execution.thread(id);
        if (thread.finished) continue;
        const std::uintptr_t begin = thread.fiber.saved_stack_pointer();
        pending.push_back({reinterpret_cast<char*>(begin), thread.fiber.self() - begin, nullptr});
        pending.push_back({reinterpret_cast<char*>(&thread.argument), 8, nullptr});
    }
    while (!pending.empty()) {
        const Range range = pending.back();
        pending.pop_back();
        for (std::size_t at = 0; at + 8 <= range.size; at += 8) {
            void* value;
            std::memcpy(&value, range.begin + at, 8);
            const Block* block = heap.block_at(value);
            if (!block || !block->live || reached[block->serial]) continue;
            reached[block->serial] = true;
            pending.push_back({reinterpret_cast<char*>(block->begin()), block->size, nullptr});
        }
    }
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (blocks[i]->live && !reached[i]) return blocks[i];
    return nullptr;
}

}  // namespace interleave::runtime
