// INTERLEAVE_TEST(Suite, name) { ... }: a test that is kept under every interleaving.
//
// The engine `schedules` runs its body again and again, each time from the first line, until no
// order of the threads' steps is left or one fails. The other engines run it once, as a plain TEST.
// The body makes everything that it uses. It is small, because the number of orders grows with
// every step: two or three threads, a few steps each, and nothing of probe.hpp that waits.
#pragma once

#include <gtest/gtest.h>

#ifdef GRADER_SCHEDULES

namespace schedules {

// Explores the body for the test that calls it, reports what was found and ends the program.
[[noreturn]] void explore(void (*body)());

}  // namespace schedules

#define INTERLEAVE_TEST(suite, name)                             \
    static void interleave_body_##suite##_##name();              \
    TEST(suite, name) {                                          \
        ::schedules::explore(&interleave_body_##suite##_##name); \
    }                                                            \
    static void interleave_body_##suite##_##name()

#else

#define INTERLEAVE_TEST(suite, name) TEST(suite, name)

#endif
