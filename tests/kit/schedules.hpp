// INTERLEAVE_TEST(Suite, name) { ... }: a test that is kept under every interleaving.
//
// The engine `schedules` runs its body again and again, each time from the first line, until no
// order of the threads' steps is left or one fails. The other engines run it once, as a plain TEST.
// The body makes everything that it uses. It is small, because the number of orders grows with
// every step: two or three threads, a few steps each, and nothing of probe.hpp that waits.
//
// In an INTERLEAVE_TEST_SPURIOUS one sleep on a futex, whichever, ends although nobody woke the
// sleeper, also one inside of a part that the exercise builds on. Not every test is one, because
// that multiplies the orders.
//
// INTERLEAVE_TEST_BOUNDED(Suite, name, 3): only the orders in which a thread that could go on is
// interrupted three times at most. For a test with so many steps that a search of all orders would
// not end: this one ends, and all of its orders have been run.
//
// While a body is explored, the clock stands still and jumps to where a sleeper wakes. So there,
// and nowhere else, a test may ask whether something came too late: `if (schedules::time_is_exact)
// ...`. A sleeper that wakes before the others have come to rest has interrupted them: they are
// late then.
#pragma once

#include <gtest/gtest.h>

#ifdef GRADER_SCHEDULES

namespace schedules {

inline constexpr bool time_is_exact = true;

// Explores the body for the test that calls it, reports what was found and ends the program.
// As many preemptions as there can be where none is named.
[[noreturn]] void explore(void (*body)(), int spurious_futex_wake_ups, int preemptions = -1);

}  // namespace schedules

#define INTERLEAVE_TEST_WITH(suite, name, ...)                                \
    static void interleave_body_##suite##_##name();                           \
    TEST(suite, name) {                                                       \
        ::schedules::explore(&interleave_body_##suite##_##name, __VA_ARGS__); \
    }                                                                         \
    static void interleave_body_##suite##_##name()

#define INTERLEAVE_TEST(suite, name) INTERLEAVE_TEST_WITH(suite, name, 0)
#define INTERLEAVE_TEST_SPURIOUS(suite, name) INTERLEAVE_TEST_WITH(suite, name, 1)
#define INTERLEAVE_TEST_BOUNDED(suite, name, preemptions) \
    INTERLEAVE_TEST_WITH(suite, name, 0, preemptions)

#else

namespace schedules {

inline constexpr bool time_is_exact = false;

}  // namespace schedules

#define INTERLEAVE_TEST(suite, name) TEST(suite, name)
#define INTERLEAVE_TEST_SPURIOUS(suite, name) TEST(suite, name)
#define INTERLEAVE_TEST_BOUNDED(suite, name, preemptions) TEST(suite, name)

#endif
