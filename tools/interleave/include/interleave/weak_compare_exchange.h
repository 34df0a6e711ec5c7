/* Compare-exchanges that fail for no reason, with clang. The code that clang makes for
   ThreadSanitizer announces weak and strong ones alike, and takes one for done that found what it
   expected. With this header, included before all others, each says which it is, and asks how it
   ended. g++ needs no such help. For C and C++. */
#ifndef INTERLEAVE_WEAK_COMPARE_EXCHANGE_H
#define INTERLEAVE_WEAK_COMPARE_EXCHANGE_H
#ifdef __clang__

#ifdef __cplusplus
extern "C" {
void interleave_weak_compare_exchange(bool weak) noexcept;
bool interleave_failed_for_no_reason() noexcept;
}
#else
void interleave_weak_compare_exchange(_Bool weak);
_Bool interleave_failed_for_no_reason(void);
#endif

/* A macro is not replaced in what it stands for: there the name is the compiler's own. */
#define __atomic_compare_exchange_n(object, expected, desired, weak, ...)         \
    (interleave_weak_compare_exchange(weak),                                      \
     __atomic_compare_exchange_n(object, expected, desired, weak, __VA_ARGS__) && \
         !interleave_failed_for_no_reason())
#define __atomic_compare_exchange(object, expected, desired, weak, ...)         \
    (interleave_weak_compare_exchange(weak),                                    \
     __atomic_compare_exchange(object, expected, desired, weak, __VA_ARGS__) && \
         !interleave_failed_for_no_reason())
#define __c11_atomic_compare_exchange_weak(...) \
    (interleave_weak_compare_exchange(1),       \
     __c11_atomic_compare_exchange_weak(__VA_ARGS__) && !interleave_failed_for_no_reason())

#endif
#endif
