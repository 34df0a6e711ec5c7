// The test program's side of the runner's channel.
#pragma once

#include <initializer_list>
#include <string>

#include "course/grading/channel.hpp"

// Nothing of it can be named from outside of the library.
namespace grader __attribute__((visibility("hidden"))) {

    // The channel; mapped before main and before any static constructor of the test program.
    course::Channel& channel();

    // What records are sealed with; read once from the channel and gone from there.
    std::uint64_t key();

    // Appends a record to the log; one that no longer fits is dropped, and the test that it was
    // about counts as not reported.
    void record(std::initializer_list<std::string> fields);

    // Tells the runner why this program cannot go on, and waits to be ended by it. The first thread
    // to call it is the one that counts; the others only wait. Async-signal-safe.
    [[noreturn]] void halt(course::Halt why, int number, const char* text, const char* file = "",
                           unsigned line = 0);

    // A wait and a wake-up on a word of shared memory.
    void futex_wait(const std::atomic<std::uint32_t>& word, std::uint32_t while_it_is);
    void futex_wake_all(const std::atomic<std::uint32_t>& word);

}  // namespace grader
