// Names and lines for addresses, from symbol tables and debug information.
#pragma once

#include <elfutils/libdwfl.h>

#include <memory>
#include <string>
#include <vector>

#include "stacks.hpp"

namespace course {

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

}  // namespace course
