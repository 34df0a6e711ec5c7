// Which addresses several threads use. Known over all executions: a step that no other thread can
// notice is not worth a choice.
#include "interleave/runtime/execution.hpp"
#include "interleave/runtime/vector.hpp"

namespace interleave::runtime {
namespace {

struct Entry {
    std::uintptr_t address;  // 0: empty
    Usage usage;
};

Vector<Entry> table;
std::size_t used = 0;

Entry* slot(std::uintptr_t address) {
    std::size_t at = (address * 0x9e3779b97f4a7c15u >> 20) & (table.size() - 1);
    while (table[at].address && table[at].address != address) at = (at + 1) & (table.size() - 1);
    return &table[at];
}

void grow() {
    Vector<Entry> old;
    for (const Entry& entry : table)
        if (entry.address) old.push_back(entry);
    table.resize(table.size() ? table.size() * 2 : 1024);
    for (Entry& entry : table) entry = {};
    for (const Entry& entry : old) *slot(entry.address) = entry;
}

}  // namespace

Usage usage_of(std::uintptr_t address) {
    return used ? slot(address)->usage : Usage{};
}

void mark_usage(std::uintptr_t address, Usage usage) {
    if (2 * (used + 1) > table.size()) grow();
    Entry* entry = slot(address);
    if (!entry->address) ++used;
    entry->address = address;
    entry->usage.shared |= usage.shared;
    entry->usage.tried |= usage.tried;
}

}  // namespace interleave::runtime
