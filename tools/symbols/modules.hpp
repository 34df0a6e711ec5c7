// The debug information of object files on disk.
#pragma once

#include <elfutils/libdw.h>
#include <elfutils/libdwfl.h>

#include <filesystem>
#include <functional>

namespace symbols {

// Calls `use` with the open file and what it adds to the addresses in it; not if the file cannot
// be read. A file stays open until it changes. Thread-safe, one `use` at a time.
void with_module(const std::filesystem::path& module,
                 const std::function<void(Dwfl*, Dwarf_Addr bias)>& use);

// The unit whose code it is. The table of address ranges would be faster to search, but clang
// does not write one.
bool find_unit(Dwarf* dwarf, Dwarf_Addr address, Dwarf_Die& unit);

}  // namespace symbols
