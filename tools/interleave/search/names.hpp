// What the reader calls an address: the place in the source, the variable.
#pragma once

#include <cstdint>
#include <interleave/result.hpp>
#include <string>
#include <vector>

namespace interleave::search {

// What Options::own says; before anything is named.
void set_own(const std::vector<std::string>& files_and_folders);
// The frames of a return address, innermost first; empty without line information.
const std::vector<Frame>& frames_at(std::uintptr_t return_address);
// The function that starts there; empty outside of the executable.
std::string function_at(std::uintptr_t address);
// A line of a source file without the spaces around it; empty if it cannot be read.
std::string line_of(const std::string& file, int line);
// Whether the code belongs to GoogleTest, which has locks of its own.
bool is_test_framework(std::uintptr_t return_address);
// The object file that the code before a return address is in, and where in it that is.
struct CodePlace {
    std::string file;  // empty: in none
    std::uintptr_t offset = 0;
};
CodePlace code_place(std::uintptr_t return_address);
// The global variable that the address lies in: "counter", "account.balance", or "account + 8"
// without information about it; empty if there is none.
std::string global_at(std::uintptr_t address);
// The same, where the variable begins at the address; empty in the middle of one.
std::string global_that_begins_at(std::uintptr_t address);
// Where the statement begins that ends at the frame's line, when that only closes what earlier
// lines opened: "});" behind a lambda. Else the line itself.
int begin_of_statement(const Frame& frame);
// "queue.cpp:12", the place that the reader is shown; empty if there is none.
std::string place_of(const std::vector<Frame>& stack);

}  // namespace interleave::search
