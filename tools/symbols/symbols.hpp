// Names and lines for addresses, from symbol tables and debug information.
#pragma once

#include <elfutils/libdwfl.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace symbols {

struct Frame {
    std::string function;  // demangled and shortened; "??" if not known
    std::string file;      // as the compiler recorded it; empty: not known
    int line = 0;
};

struct EndDwfl {
    void operator()(Dwfl* dwfl) const { dwfl_end(dwfl); }
};
using DwflHandle = std::unique_ptr<Dwfl, EndDwfl>;

// Callbacks that look only into the files themselves: separate debug files and servers of such
// would make the answer depend on the machine, and slow.
const Dwfl_Callbacks& files_alone();

// The frames at an address, inlined functions first; never empty.
std::vector<Frame> frames_at(Dwfl* dwfl, Dwarf_Addr address);

// A function as a person wants to read it: demangled, without parameters, clones, inline
// namespaces and long template arguments.
std::string readable_function(const char* symbol);

// The frames of an address in an object file on disk, as sanitizer reports give it: module+offset.
// Innermost first; more than one where functions are inlined; never empty. Thread-safe.
std::vector<Frame> frames_of(const std::filesystem::path& module, std::uint64_t offset);

// The innermost of them.
Frame frame_of(const std::filesystem::path& module, std::uint64_t offset);

}  // namespace symbols
