// What the reader calls the memory that the recorded execution used: locals by their names, what
// is on the heap by the way that leads there.
#pragma once

#include <cstdint>
#include <string>

namespace interleave::search {

// "balance", "queue.head_", "packet->finished"; empty where no variable of the reader's code is
// known to lead there. Two places never have one name in one execution.
std::string variable_at(std::uintptr_t address);

// Whether that variable is known to be an unsigned number.
bool is_unsigned_at(std::uintptr_t address);

// Another execution was recorded.
void forget_variables();

}  // namespace interleave::search
