#include "interleave/runtime/code_ranges.hpp"

#include <link.h>

#include <cstring>

#include "interleave/runtime/executable.hpp"
#include "interleave/runtime/vector.hpp"

namespace interleave::runtime {
namespace {

struct Range {
    std::uintptr_t begin = 0, size = 0;
    bool has(std::uintptr_t address) const { return address - begin < size; }
};
Range ours, executable;
std::uintptr_t executable_base = 0;
Range c_library[3];
Vector<Range> bounded_spins, standard_waits, thread_drops, weak_unlocks, lock_loops;

Range range_of(const dl_phdr_info* info) {
    Range range;
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        const auto& segment = info->dlpi_phdr[i];
        if (segment.p_type != PT_LOAD) continue;
        const std::uintptr_t begin = info->dlpi_addr + segment.p_vaddr;
        if (!range.size) range.begin = begin;
        range.size = begin + segment.p_memsz - range.begin;
    }
    return range;
}

bool names(const char* name, const char* part) {
    return std::strstr(name, part) != nullptr;
}

int add_object(dl_phdr_info* info, std::size_t, void* count) {
    const Range range = range_of(info);
    if ((*static_cast<int*>(count))++ == 0) {
        executable = range;
        executable_base = info->dlpi_addr;
    }
    if (range.has(reinterpret_cast<std::uintptr_t>(&find_code_ranges))) ours = range;
    if (names(info->dlpi_name, "/libc.so")) c_library[0] = range;
    if (names(info->dlpi_name, "/ld-linux")) c_library[1] = range;
    if (names(info->dlpi_name, "/libgcc_s.so")) c_library[2] = range;
    return 0;
}

void find_functions() {
    for_each_symbol([](const Elf64_Sym& symbol, const char* name) {
        if (ELF64_ST_TYPE(symbol.st_info) != STT_FUNC) return;
        const Range range = {executable_base + symbol.st_value, symbol.st_size};
        if (std::strstr(name, "__atomic_spin")) bounded_spins.push_back(range);
        if (std::strstr(name, "__platform_wait")) standard_waits.push_back(range);
        if (std::strncmp(name, "_ZNSt6threadD", 13) == 0 ||
            std::strncmp(name, "_ZNSt6threadaS", 14) == 0)
            thread_drops.push_back(range);
        if (std::strncmp(name, "_ZSt4lockI", 10) == 0 || std::strstr(name, "lock_impl"))
            lock_loops.push_back(range);
        if (std::strstr(name, "_Sp_atomic") && std::strstr(name, "6unlock"))
            weak_unlocks.push_back(range);
    });
}

}  // namespace

void find_code_ranges() {
    if (executable.size) return;
    int count = 0;
    dl_iterate_phdr(add_object, &count);
    find_functions();
}

bool is_ours(const void* code) {
    return ours.has(reinterpret_cast<std::uintptr_t>(code));
}

bool is_c_library(const void* code) {
    const auto address = reinterpret_cast<std::uintptr_t>(code);
    for (const Range& range : c_library)
        if (range.has(address)) return true;
    return false;
}

bool is_library(const void* code) {
    return !executable.has(reinterpret_cast<std::uintptr_t>(code));
}

namespace {

bool any_has(const Vector<Range>& ranges, std::uintptr_t code) {
    for (const Range& range : ranges)
        if (range.has(code)) return true;
    return false;
}

}  // namespace

bool is_bounded_spin(std::uintptr_t code) {
    return any_has(bounded_spins, code);
}
bool is_standard_wait(std::uintptr_t code) {
    return any_has(standard_waits, code);
}
bool is_lock_loop(std::uintptr_t code) {
    return any_has(lock_loops, code);
}
bool is_weak_unlock(std::uintptr_t code) {
    return any_has(weak_unlocks, code);
}
bool drops_thread(std::uintptr_t code) {
    return any_has(thread_drops, code);
}

}  // namespace interleave::runtime
