// The functions that a compiler calls with -fsanitize=thread.
//
// Each call comes before the access that it announces; atomic operations are carried out here. The
// memory orders are the compiler's: 0 relaxed, 1 consume, 2 acquire, 3 release, 4 acq_rel,
// 5 seq_cst.
#include <cstring>
#include <utility>

#include "interleave/runtime/code_ranges.hpp"
#include "interleave/runtime/locks.hpp"
#include "interleave/runtime/memory_access.hpp"
#include "interleave/runtime/real.hpp"

namespace interleave::runtime {
namespace {

using U8 = unsigned char;
using U16 = unsigned short;
using U32 = unsigned int;
using U64 = unsigned long;
__extension__ typedef unsigned __int128 U128;

constexpr bool acquires(int order) {
    return order == 1 || order == 2 || order >= 4;
}
constexpr bool releases(int order) {
    return order >= 3;
}

template <typename T>
std::uint64_t shown(T value) {
    return static_cast<std::uint64_t>(value);
}

// The call stack with the place of this call on top, for as long as the call lasts.
class Here {
  public:
    Here(Thread& self, void* pc) : self_(self) { self_.push_call(pc); }
    ~Here() { --self_.call_top; }

  private:
    Thread& self_;
};

void plain(const volatile void* pointer, std::size_t size, bool write) {
    Thread* self = current;
    if (!self) return;
    const auto address = reinterpret_cast<std::uintptr_t>(pointer);
    // What has no fixed size lies below the rest of its frame.
    if (on_stack(address) && self->call_top > self->calls) {
        FrameMark& frame = self->frames[self->call_top - self->calls - 1];
        if (address < frame.end && stack_owner(address) == self->id) frame.end = address;
    }
    access(*self, address, size, write);
}

// What every atomic access has in common: its turn, and races with plain accesses.
template <typename T>
Object& begin(Thread& self, const volatile T* at, Kind kind, bool writes, std::uintptr_t frame) {
    const auto address = reinterpret_cast<std::uintptr_t>(at);
    Object& object = execution.object_at(address, sizeof(T), ObjectType::memory);
    if (frame) execution.spinning(self, object, frame);
    execution.step(self, kind, object, writes);
    Conflict conflict;
    const Found found =
        execution.shadow.atomic_access(address, sizeof(T), writes, self.now, self.clock, conflict);
    if (found != Found::nothing) [[unlikely]]
        execution.races(self, address, sizeof(T), writes, true, found, conflict);
    return object;
}

void order_read(Thread& self, Object& object, int order) {
    self.reads = self.reads * 0x9e3779b97f4a7c15u + (object.writer ^ object.address);
    if (acquires(order)) {
        self.clock.merge(object.released);
    } else if (object.released.size) {
        self.fence_acquire.merge(object.released);
    }
}

// A store starts a new release sequence; a read-modify-write goes on with the old one.
void order_write(Thread& self, Object& object, int order, bool sequence_goes_on) {
    if (!sequence_goes_on) object.released.clear();
    if (releases(order) ||
        (self.call_top - self.calls > 2 &&
         (is_weak_unlock(self.call_top[-1]) || is_weak_unlock(self.call_top[-2])))) {
        object.released.merge(self.clock);
        self.tick();
    } else if (self.fenced_release) {
        object.released.merge(self.fence_release);
    }
    object.writer = static_cast<std::uint64_t>(self.id + 1) << 32 | ++self.steps;
}

template <typename T>
T load(const volatile T* at, int order, void* pc, std::uintptr_t frame) {
    if constexpr (sizeof(T) <= 8)
        if (!current) return __atomic_load_n(at, __ATOMIC_SEQ_CST);
    Thread& self = *current;
    Here here(self, pc);
    Object& object = begin(self, at, Kind::load, false, frame);
    order_read(self, object, order);
    const T value = *at;
    if (recorder.on)
        recorder.note(self, Kind::load, object.address, sizeof(T), shown(value), shown(value));
    return value;
}

template <typename T>
void store(volatile T* at, T value, int order, void* pc) {
    if constexpr (sizeof(T) <= 8)
        if (!current) return __atomic_store_n(at, value, __ATOMIC_SEQ_CST);
    Thread& self = *current;
    Here here(self, pc);
    Object& object = begin(self, at, Kind::store, true, 0);
    order_write(self, object, order, false);
    const T before = *at;
    *at = value;
    if (value != before) {
        ++object.version;
        self.spin_count = 0;
    }
    if (recorder.on)
        recorder.note(self, Kind::store, object.address, sizeof(T), shown(before), shown(value));
}

template <typename T, typename F>
T update(volatile T* at, Kind kind, int order, void* pc, std::uintptr_t frame, F change) {
    Thread& self = *current;
    Here here(self, pc);
    Object& object = begin(self, at, kind, true, frame);
    order_read(self, object, order);
    order_write(self, object, order, true);
    const T before = *at;
    const T after = change(before);
    *at = after;
    if (after != before) {
        ++object.version;
        self.spin_count = 0;
    }
    if (recorder.on)
        recorder.note(self, kind, object.address, sizeof(T), shown(before), shown(after));
    return before;
}

template <typename T>
bool compare_exchange(volatile T* at, T* expected, T value, int order, int failure_order, bool weak,
                      void* pc, std::uintptr_t frame) {
    if constexpr (sizeof(T) <= 8)
        if (!current)
            return __atomic_compare_exchange_n(at, expected, value, false, __ATOMIC_SEQ_CST,
                                               __ATOMIC_SEQ_CST);
    Thread& self = *current;
    Here here(self, pc);
    weak |= std::exchange(self.weak_compare_exchange, false);
    Object& object = begin(self, at, Kind::compare_exchange, true, frame);
    const T before = *at;
    const bool equal = before == *expected;
    const bool fails = equal && weak && object.shared && self.spurious_left > 0 &&
                       execution.choose(2, Question::weak_failure) == 1;
    self.failed_for_no_reason = fails;
    if (fails) {
        --self.spurious_left;
        self.spin_count = 0;  // the next look is not like this one
    }
    if (equal && !fails) {
        order_read(self, object, order);
        order_write(self, object, order, true);
        *at = value;
        ++object.version;
        self.spin_count = 0;
    } else {
        order_read(self, object, failure_order);
        *expected = before;
    }
    if (recorder.on)
        recorder.note(self, Kind::compare_exchange, object.address, sizeof(T), shown(before),
                      equal && !fails ? shown(value) : shown(before),
                      fails   ? "fails for no reason"
                      : equal ? "succeeds"
                              : "fails");
    return equal && !fails;
}

}  // namespace

}  // namespace interleave::runtime

using namespace interleave::runtime;

#define PC __builtin_return_address(0)

INTERLEAVE_EXPORT void __tsan_init() {}

INTERLEAVE_EXPORT void __tsan_func_entry(void* pc) {
    Thread* self = current;
    if (!self) return;
    self->frames[self->call_top - self->calls] = {CALLER_FRAME, clock_of(self->now)};
    *self->call_top++ = reinterpret_cast<std::uintptr_t>(pc);
    if (self->call_top - self->calls > (1 << 19) - 16) [[unlikely]]
        execution.fail(interleave::Verdict::crash, "stack overflow");
}
INTERLEAVE_EXPORT void __tsan_func_exit() {
    Thread* self = current;
    if (self && self->call_top > self->calls) --self->call_top;
}

#define ACCESS(size)                                                     \
    INTERLEAVE_EXPORT void __tsan_read##size(void* at) {                 \
        plain(at, size, false);                                          \
    }                                                                    \
    INTERLEAVE_EXPORT void __tsan_write##size(void* at) {                \
        plain(at, size, true);                                           \
    }                                                                    \
    INTERLEAVE_EXPORT void __tsan_read_write##size(void* at) {           \
        plain(at, size, true);                                           \
    }                                                                    \
    INTERLEAVE_EXPORT void __tsan_unaligned_read##size(void* at) {       \
        plain(at, size, false);                                          \
    }                                                                    \
    INTERLEAVE_EXPORT void __tsan_unaligned_write##size(void* at) {      \
        plain(at, size, true);                                           \
    }                                                                    \
    INTERLEAVE_EXPORT void __tsan_unaligned_read_write##size(void* at) { \
        plain(at, size, true);                                           \
    }                                                                    \
    INTERLEAVE_EXPORT void __tsan_volatile_read##size(void* at) {        \
        plain(at, size, false);                                          \
    }                                                                    \
    INTERLEAVE_EXPORT void __tsan_volatile_write##size(void* at) {       \
        plain(at, size, true);                                           \
    }
ACCESS(1)
ACCESS(2)
ACCESS(4)
ACCESS(8)
ACCESS(16)

INTERLEAVE_EXPORT void __tsan_read_range(void* at, std::size_t size) {
    plain(at, size, false);
}
INTERLEAVE_EXPORT void __tsan_write_range(void* at, std::size_t size) {
    plain(at, size, true);
}
INTERLEAVE_EXPORT void __tsan_vptr_read(void** at) {
    plain(at, 8, false);
}
INTERLEAVE_EXPORT void __tsan_vptr_update(void** at, void* value) {
    if (*at != value) plain(at, 8, true);
}

#define ATOMIC(bits)                                                                              \
    INTERLEAVE_EXPORT U##bits __tsan_atomic##bits##_load(const volatile U##bits* at, int order) { \
        return load(at, order, PC, CALLER_FRAME);                                                 \
    }                                                                                             \
    INTERLEAVE_EXPORT void __tsan_atomic##bits##_store(volatile U##bits* at, U##bits value,       \
                                                       int order) {                               \
        store(at, value, order, PC);                                                              \
    }                                                                                             \
    INTERLEAVE_EXPORT U##bits __tsan_atomic##bits##_exchange(volatile U##bits* at, U##bits value, \
                                                             int order) {                         \
        if (!current) return __atomic_exchange_n(at, value, __ATOMIC_SEQ_CST);                    \
        return update(at, Kind::exchange, order, PC, CALLER_FRAME,                                \
                      [value](U##bits) { return value; });                                        \
    }                                                                                             \
    INTERLEAVE_EXPORT int __tsan_atomic##bits##_compare_exchange_strong(                          \
        volatile U##bits* at, U##bits* expected, U##bits value, int order, int failure) {         \
        return compare_exchange(at, expected, value, order, failure, false, PC, CALLER_FRAME);    \
    }                                                                                             \
    INTERLEAVE_EXPORT int __tsan_atomic##bits##_compare_exchange_weak(                            \
        volatile U##bits* at, U##bits* expected, U##bits value, int order, int failure) {         \
        return compare_exchange(at, expected, value, order, failure, true, PC, CALLER_FRAME);     \
    }                                                                                             \
    INTERLEAVE_EXPORT U##bits __tsan_atomic##bits##_compare_exchange_val(                         \
        volatile U##bits* at, U##bits expected, U##bits value, int order, int failure) {          \
        compare_exchange(at, &expected, value, order, failure, false, PC, CALLER_FRAME);          \
        return expected;                                                                          \
    }

#define FETCH(bits, name, expression)                                                        \
    INTERLEAVE_EXPORT U##bits __tsan_atomic##bits##_fetch_##name(volatile U##bits* at,       \
                                                                 U##bits value, int order) { \
        if (!current) return __atomic_fetch_##name(at, value, __ATOMIC_SEQ_CST);             \
        return update(at, Kind::fetch_op, order, PC, 0,                                      \
                      [value](U##bits old) { return static_cast<U##bits>(expression); });    \
    }
#define FETCHES(bits)             \
    FETCH(bits, add, old + value) \
    FETCH(bits, sub, old - value) \
    FETCH(bits, and, old& value)  \
    FETCH(bits, or, old | value)  \
    FETCH(bits, xor, old ^ value) \
    FETCH(bits, nand, ~(old & value))

ATOMIC(8)
ATOMIC(16)
ATOMIC(32)
ATOMIC(64)
FETCHES(8)
FETCHES(16)
FETCHES(32)
FETCHES(64)

// Called around each compare-exchange: see interleave/weak_compare_exchange.h.
INTERLEAVE_EXPORT void interleave_weak_compare_exchange(bool weak) noexcept {
    if (!current) return;
    current->weak_compare_exchange = weak;
    current->failed_for_no_reason = false;
}
INTERLEAVE_EXPORT bool interleave_failed_for_no_reason() noexcept {
    return current && current->failed_for_no_reason;
}

// Without an execution these need a lock-free instruction that not every processor has.
INTERLEAVE_EXPORT U128 __tsan_atomic128_load(const volatile U128* at, int order) {
    return current ? load(at, order, PC, CALLER_FRAME) : *at;
}
INTERLEAVE_EXPORT void __tsan_atomic128_store(volatile U128* at, U128 value, int order) {
    if (current) {
        store(at, value, order, PC);
    } else {
        *at = value;
    }
}
INTERLEAVE_EXPORT int __tsan_atomic128_compare_exchange_strong(volatile U128* at, U128* expected,
                                                               U128 value, int order, int failure) {
    if (current)
        return compare_exchange(at, expected, value, order, failure, false, PC, CALLER_FRAME);
    const bool equal = *at == *expected;
    if (equal) {
        *at = value;
    } else {
        *expected = *at;
    }
    return equal;
}
INTERLEAVE_EXPORT int __tsan_atomic128_compare_exchange_weak(volatile U128* at, U128* expected,
                                                             U128 value, int order, int failure) {
    return __tsan_atomic128_compare_exchange_strong(at, expected, value, order, failure);
}

// Interleavings are sequentially consistent, so a fence only says what is ordered with what.
INTERLEAVE_EXPORT void __tsan_atomic_thread_fence(int order) {
    if (!current) return __atomic_thread_fence(__ATOMIC_SEQ_CST);
    Thread& self = *current;
    Here here(self, PC);
    if (acquires(order)) self.clock.merge(self.fence_acquire);
    if (releases(order)) {
        self.fence_release.assign(self.clock);
        self.fenced_release = true;
        self.tick();
    }
    if (recorder.on) recorder.note(self, Kind::fence, 0, 0, 0, 0);
}
INTERLEAVE_EXPORT void __tsan_atomic_signal_fence(int) {}

namespace {

void check_range(const void* at, std::size_t size, bool write) {
    if (size) plain(at, size, write);
}

}  // namespace

INTERLEAVE_EXPORT void* __tsan_memcpy(void* to, const void* from, std::size_t size) {
    check_range(from, size, false);
    check_range(to, size, true);
    return std::memcpy(to, from, size);
}
INTERLEAVE_EXPORT void* __tsan_memmove(void* to, const void* from, std::size_t size) {
    check_range(from, size, false);
    check_range(to, size, true);
    return std::memmove(to, from, size);
}
INTERLEAVE_EXPORT void* __tsan_memset(void* to, int value, std::size_t size) {
    check_range(to, size, true);
    return std::memset(to, value, size);
}
