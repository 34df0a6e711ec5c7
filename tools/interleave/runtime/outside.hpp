// What an execution prints, and how a whole program ends.
#pragma once

#include "interleave/runtime/execution.hpp"
#include "interleave/runtime/vector.hpp"

namespace interleave::runtime {

struct ExitFunction {
    void (*function)(void*);
    void* argument;
};

extern Vector<char> output;
extern Vector<ExitFunction> exit_functions;
// Whether the body is a whole program, which may call exit.
extern bool exit_ends_program;

// What was registered before the first execution is run at the end of each.
void keep_exit_functions();
void restore_exit_functions();
void run_exit_functions();
// The program ends itself, by exit or at the end of main.
[[noreturn]] void program_exits(Thread& self, int status);

}  // namespace interleave::runtime
