// What the code of a running function calls a place in memory: "total", "queue.head_",
// "packet->finished", "forks[2]".
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace symbols {

// A call that has not returned, with its frame.
struct Call {
    std::filesystem::path module;
    std::uint64_t code = 0;       // an address in the module, in the middle of the function
    std::uint64_t frame_end = 0;  // the canonical frame address: the stack pointer of its caller
};

// Copies memory of the program as it was during the call; false if it is not known.
using ReadMemory = std::function<bool(std::uint64_t from, void* to, std::size_t size)>;

struct VariableName {
    std::string text;
    int pointers = 0;          // how many are followed on the way
    bool of_this = false;      // a member of *this, which has no name of its own here
    bool is_unsigned = false;  // it holds a number that has no sign, maybe as an atomic
};

// The variable of that function that the address lies in, or that leads to it; none without debug
// information about variables. What a library's type has inside stays unnamed: a std::mutex is one
// thing. Thread-safe.
std::optional<VariableName> variable_at(const Call& call, std::uint64_t address,
                                        const ReadMemory& read);

// The same for an address in a module: the global variable it lies in, with the member and the
// element. Pointers are not followed.
std::optional<VariableName> global_at(const std::filesystem::path& module, std::uint64_t address);

}  // namespace symbols
