// Allocation, and the C library's functions that read and write memory.
#include <malloc.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>

#include "interleave/runtime/code_ranges.hpp"
#include "interleave/runtime/layout.hpp"
#include "interleave/runtime/memory_access.hpp"
#include "interleave/runtime/real.hpp"
#include "interleave/runtime/thread_storage.hpp"

extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
void __libc_free(void*);
}

namespace interleave::runtime {

bool collect_early_blocks = false;

namespace {

constexpr int kFresh = 0xa5;  // what a new block holds: the same in every execution
constexpr std::size_t kChecked = 1 << 16;

// Whether a block that is asked for here belongs to the explored program.
bool explored(const void* caller) {
    if (current) return !is_c_library(caller);
    return collect_early_blocks && !is_c_library(caller) && !is_ours(caller);
}

void* native_allocate(std::size_t size, std::size_t alignment) {
    NativeStorage storage;
    return alignment > 16 ? __libc_memalign(alignment, size) : __libc_malloc(size);
}

void* allocate(std::size_t size, std::size_t alignment, int fill, void* caller) {
    if (!explored(caller)) {
        void* block = native_allocate(size, alignment);
        if (block && fill == 0) std::memset(block, 0, size);
        return block;
    }
    void* block = execution.heap.allocate(current ? current->id : 0, size, alignment);
    if (!block) {
        errno = ENOMEM;
        return nullptr;
    }
    std::memset(block, fill, size);
    if (recorder.on && current) {
        const Block* made = execution.heap.block_at(block);
        if (made && made->serial == recorder.watched_block)
            recorder.note_allocation(*current, *made);
    }
    return block;
}

void free_explored(void* pointer, void* caller) {
    Thread& self = *current;
    self.push_call(caller);
    Block* block = execution.heap.block_at(pointer);
    if (!block)
        execution.fail(interleave::Verdict::crash, "free of something that is no block of memory");
    execution.failure.block = block;
    if (!block->live) execution.fail(interleave::Verdict::double_free, "");
    const std::size_t checked = block->size < kChecked ? block->size : kChecked;
    if (!is_library(caller) && checked) {
        Conflict conflict;
        const Found found =
            execution.shadow.access(block->begin(), checked, true, self.now, self.clock, conflict);
        execution.failure.by_free = true;
        if (found != Found::nothing)
            execution.races(self, block->begin(), checked, true, false, found, conflict);
        execution.failure.by_free = false;
    }
    execution.failure.block = nullptr;
    execution.shadow.mark_freed(block->begin(), checked, self.now);
    execution.heap.release(*block);
    if (recorder.on) recorder.note_free(self, *block);
    --self.call_top;
}

void release(void* pointer, void* caller) {
    if (!pointer) return;
    const bool ours = on_heap(reinterpret_cast<std::uintptr_t>(pointer));
    if (ours && current) {
        free_explored(pointer, caller);
    } else if (ours) {
        if (Block* block = execution.heap.block_at(pointer); block && block->live)
            execution.heap.release(*block);
    } else {
        NativeStorage storage;
        __libc_free(pointer);
    }
}

std::size_t size_of(void* pointer) {
    if (!on_heap(reinterpret_cast<std::uintptr_t>(pointer))) return malloc_usable_size(pointer);
    Block* block = execution.heap.block_at(pointer);
    return block ? block->size : 0;
}

void* reallocate(void* pointer, std::size_t size, void* caller) {
    const bool ours = on_heap(reinterpret_cast<std::uintptr_t>(pointer));
    if (!ours && (pointer || !explored(caller))) {
        NativeStorage storage;
        return __libc_realloc(pointer, size);
    }
    void* grown = allocate(size, 16, kFresh, caller);
    if (grown && pointer) {
        const std::size_t old = size_of(pointer);
        std::memcpy(grown, pointer, old < size ? old : size);
        release(pointer, caller);
    }
    return grown;
}

void* allocate_or_throw(std::size_t size, std::size_t alignment, void* caller) {
    if (void* block = allocate(size, alignment, kFresh, caller)) return block;
    throw std::bad_alloc();
}

void check(const void* pointer, std::size_t size, bool write, void* caller) {
    Thread* self = current;
    if (!self || !size || is_ours(caller) || is_c_library(caller)) return;
    access(*self, reinterpret_cast<std::uintptr_t>(pointer), size, write);
}

}  // namespace
}  // namespace interleave::runtime

using namespace interleave::runtime;

#define CALLER __builtin_return_address(0)

INTERLEAVE_EXPORT void* malloc(std::size_t size) {
    return allocate(size, 16, kFresh, CALLER);
}
INTERLEAVE_EXPORT void* calloc(std::size_t count, std::size_t size) {
    std::size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) {
        errno = ENOMEM;
        return nullptr;
    }
    if (!explored(CALLER)) {
        NativeStorage storage;
        return __libc_calloc(count, size);
    }
    return allocate(bytes, 16, 0, CALLER);
}
INTERLEAVE_EXPORT void* realloc(void* pointer, std::size_t size) {
    return reallocate(pointer, size, CALLER);
}
INTERLEAVE_EXPORT void free(void* pointer) {
    release(pointer, CALLER);
}
INTERLEAVE_EXPORT void* memalign(std::size_t alignment, std::size_t size) {
    return allocate(size, alignment < 16 ? 16 : alignment, kFresh, CALLER);
}
INTERLEAVE_EXPORT void* aligned_alloc(std::size_t alignment, std::size_t size) {
    return allocate(size, alignment < 16 ? 16 : alignment, kFresh, CALLER);
}
INTERLEAVE_EXPORT int posix_memalign(void** result, std::size_t alignment, std::size_t size) {
    *result = allocate(size, alignment < 16 ? 16 : alignment, kFresh, CALLER);
    return *result ? 0 : ENOMEM;
}
INTERLEAVE_EXPORT std::size_t malloc_usable_size(void* pointer) {
    if (on_heap(reinterpret_cast<std::uintptr_t>(pointer))) return size_of(pointer);
    return REAL(malloc_usable_size)(pointer);
}

#define EXPORTED __attribute__((visibility("default")))
EXPORTED void* operator new(std::size_t size) {
    return allocate_or_throw(size, 16, CALLER);
}
EXPORTED void* operator new[](std::size_t size) {
    return allocate_or_throw(size, 16, CALLER);
}
EXPORTED void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return allocate(size, 16, kFresh, CALLER);
}
EXPORTED void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
    return allocate(size, 16, kFresh, CALLER);
}
EXPORTED void* operator new(std::size_t size, std::align_val_t alignment) {
    return allocate_or_throw(size, static_cast<std::size_t>(alignment), CALLER);
}
EXPORTED void* operator new[](std::size_t size, std::align_val_t alignment) {
    return allocate_or_throw(size, static_cast<std::size_t>(alignment), CALLER);
}
EXPORTED void operator delete(void* pointer) noexcept {
    release(pointer, CALLER);
}
EXPORTED void operator delete[](void* pointer) noexcept {
    release(pointer, CALLER);
}
EXPORTED void operator delete(void* pointer, std::size_t) noexcept {
    release(pointer, CALLER);
}
EXPORTED void operator delete[](void* pointer, std::size_t) noexcept {
    release(pointer, CALLER);
}
EXPORTED void operator delete(void* pointer, const std::nothrow_t&) noexcept {
    release(pointer, CALLER);
}
EXPORTED void operator delete[](void* pointer, const std::nothrow_t&) noexcept {
    release(pointer, CALLER);
}
EXPORTED void operator delete(void* pointer, std::align_val_t) noexcept {
    release(pointer, CALLER);
}
EXPORTED void operator delete[](void* pointer, std::align_val_t) noexcept {
    release(pointer, CALLER);
}
EXPORTED void operator delete(void* pointer, std::size_t, std::align_val_t) noexcept {
    release(pointer, CALLER);
}
EXPORTED void operator delete[](void* pointer, std::size_t, std::align_val_t) noexcept {
    release(pointer, CALLER);
}

// The explorer's own copies come here, too, before anything is ready.
namespace {
void* (*native_memcpy)(void*, const void*, std::size_t) = nullptr;
void* (*native_memset)(void*, int, std::size_t) = nullptr;

[[gnu::constructor]] void find_native_functions() {
    native_memcpy = reinterpret_cast<decltype(native_memcpy)>(look_up("memcpy"));
    native_memset = reinterpret_cast<decltype(native_memset)>(look_up("memset"));
}
}  // namespace

INTERLEAVE_EXPORT void* memcpy(void* to, const void* from, std::size_t size) {
    check(from, size, false, CALLER);
    check(to, size, true, CALLER);
    if (native_memcpy) return native_memcpy(to, from, size);
    void* begin = to;
    asm volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(size) : : "memory");
    return begin;
}
INTERLEAVE_EXPORT void* memset(void* to, int value, std::size_t size) {
    check(to, size, true, CALLER);
    if (native_memset) return native_memset(to, value, size);
    void* begin = to;
    asm volatile("rep stosb" : "+D"(to), "+c"(size) : "a"(value) : "memory");
    return begin;
}
INTERLEAVE_EXPORT void* memmove(void* to, const void* from, std::size_t size) {
    if (current) {
        check(from, size, false, CALLER);
        check(to, size, true, CALLER);
    }
    return REAL(memmove)(to, from, size);
}
INTERLEAVE_EXPORT int memcmp(const void* a, const void* b, std::size_t size) {
    if (current) {
        check(a, size, false, CALLER);
        check(b, size, false, CALLER);
    }
    return REAL(memcmp)(a, b, size);
}
INTERLEAVE_EXPORT std::size_t strlen(const char* text) {
    const std::size_t size = REAL(strlen)(text);
    if (current) check(text, size + 1, false, CALLER);
    return size;
}
INTERLEAVE_EXPORT char* strcpy(char* to, const char* from) {
    if (current) {
        const std::size_t size = REAL(strlen)(from) + 1;
        check(from, size, false, CALLER);
        check(to, size, true, CALLER);
    }
    return REAL(strcpy)(to, from);
}
