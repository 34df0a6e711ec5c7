#include "interleave/runtime/shadow.hpp"

#include <cstdlib>

#include "interleave/runtime/reserve.hpp"

namespace interleave::runtime {
bool Shadow::prepare() {
    if (!chunks_) chunks_ = static_cast<Cell**>(reserve((std::size_t{1} << 27) * sizeof(Cell*)));
    new_execution();
    return chunks_ != nullptr;
}

void Shadow::new_execution() {
    ++execution_;
    // Index 0 means "none" in a cell.
    readers_.resize(1);
    atomics_.resize(1);
    parts_.resize(1);
}

Cell* Shadow::make_chunk() {
    void* chunk = reserve((std::size_t{1} << 18) * sizeof(Cell));
    if (!chunk) std::abort();
    return static_cast<Cell*>(chunk);
}

void Shadow::split(Cell& cell) {
    Parts parts = {};
    for (int byte = 0; byte < 4; ++byte)
        if (cell.mask >> byte & 1) parts.bytes[byte] = cell.whole;
    // Each byte needs records of its own from now on.
    for (int byte = 0; byte < 4; ++byte) {
        Variable& part = parts.bytes[byte];
        if (part.readers) {
            readers_.push_back(readers_[part.readers]);
            part.readers = static_cast<std::uint32_t>(readers_.size() - 1);
        }
        if (part.atomics) {
            atomics_.push_back(atomics_[part.atomics]);
            part.atomics = static_cast<std::uint32_t>(atomics_.size() - 1);
        }
    }
    parts_.push_back(parts);
    cell.parts = static_cast<std::uint32_t>(parts_.size() - 1);
}

// Finds an earlier access that this one is not ordered with. Two accesses conflict if one of them
// writes and not both are atomic. The past of a thread is its clock: it knows an access if that
// came before something that the thread has synchronised with. The last write stands for all
// earlier ones, which it was ordered with or else the execution had ended there; so does a single
// last read, until threads read that know nothing of each other. From then on each of them counts,
// up to the next write. Atomic accesses need no order among themselves, so each thread's last one
// counts.
bool Shadow::conflicts(const Variable& v, bool write, bool atomic, const VectorClock& clock,
                       Conflict& conflict) const {
    int who;
    if (v.write && !clock.knows(v.write)) {
        conflict = {v.write, true};
        return true;
    }
    if (write) {
        if (v.read && !clock.knows(v.read)) {
            conflict = {v.read, false};
            return true;
        }
        if (v.readers && !clock.covers(readers_[v.readers], &who)) {
            conflict = {make_epoch(who, readers_[v.readers][who]), false};
            return true;
        }
    }
    if (atomic || !v.atomics) return false;
    const Atomics& atomics = atomics_[v.atomics];
    if (!clock.covers(atomics.writes, &who)) {
        conflict = {make_epoch(who, atomics.writes[who]), true};
        return true;
    }
    if (write && !clock.covers(atomics.reads, &who)) {
        conflict = {make_epoch(who, atomics.reads[who]), false};
        return true;
    }
    return false;
}

// Checks one access to one variable and, if nothing conflicts with it, remembers it.
bool Shadow::races(Variable& v, bool write, bool atomic, Epoch now, const VectorClock& clock,
                   Conflict& conflict) {
    if (conflicts(v, write, atomic, clock, conflict)) return true;
    const int self = thread_of(now);
    if (atomic) {
        if (!v.atomics) {
            atomics_.resize(atomics_.size() + 1);
            atomics_.back().writes.clear();
            atomics_.back().reads.clear();
            v.atomics = static_cast<std::uint32_t>(atomics_.size() - 1);
        }
        VectorClock& done = write ? atomics_[v.atomics].writes : atomics_[v.atomics].reads;
        done.set(self, clock_of(now));
    } else if (write) {
        v = {now, 0, 0, 0};
    } else if (v.readers) {
        readers_[v.readers].set(self, clock_of(now));
    } else if (!v.read || clock.knows(v.read)) {
        v.read = now;
    } else {
        readers_.resize(readers_.size() + 1);
        VectorClock& both = readers_.back();
        both.clear();
        both.set(thread_of(v.read), clock_of(v.read));
        both.set(self, clock_of(now));
        v.readers = static_cast<std::uint32_t>(readers_.size() - 1);
        v.read = 0;
    }
    return false;
}

Found Shadow::access_slow(Cell& cell, std::uint8_t mask, bool write, Epoch now,
                          const VectorClock& clock, Conflict& conflict) {
    if (cell.freed) {
        conflict = {cell.whole.write, true};
        return Found::freed;
    }
    if (!cell.parts) {
        if (!cell.mask) cell.mask = mask;
        if (cell.mask == mask)
            return races(cell.whole, write, false, now, clock, conflict) ? Found::race
                                                                         : Found::nothing;
        split(cell);
    }
    for (int byte = 0; byte < 4; ++byte)
        if (mask >> byte & 1 &&
            races(parts_[cell.parts].bytes[byte], write, false, now, clock, conflict))
            return Found::race;
    return Found::nothing;
}

Found Shadow::access_range(std::uintptr_t address, std::size_t size, bool write, Epoch now,
                           const VectorClock& clock, Conflict& conflict) {
    const std::uintptr_t end = address + size;
    while (address < end) {
        const unsigned offset = address & 3;
        const std::size_t here = end - address < 4 - offset ? end - address : 4 - offset;
        const auto mask = static_cast<std::uint8_t>(((1u << here) - 1) << offset);
        const Found found = access_cell(cell(address), mask, write, now, clock, conflict);
        if (found != Found::nothing) return found;
        address += here;
    }
    return Found::nothing;
}

Found Shadow::atomic_access(std::uintptr_t address, std::size_t size, bool write, Epoch now,
                            const VectorClock& clock, Conflict& conflict) {
    const std::uintptr_t end = address + size;
    while (address < end) {
        const unsigned offset = address & 3;
        const std::size_t here = end - address < 4 - offset ? end - address : 4 - offset;
        const auto mask = static_cast<std::uint8_t>(((1u << here) - 1) << offset);
        Cell& at = cell(address);
        if (at.freed) {
            conflict = {at.whole.write, true};
            return Found::freed;
        }
        if (!at.parts && !at.mask) at.mask = mask;
        if (!at.parts && at.mask != mask) split(at);
        if (!at.parts) {
            if (races(at.whole, write, true, now, clock, conflict)) return Found::race;
        } else {
            for (int byte = 0; byte < 4; ++byte)
                if (mask >> byte & 1 &&
                    races(parts_[at.parts].bytes[byte], write, true, now, clock, conflict))
                    return Found::race;
        }
        address += here;
    }
    return Found::nothing;
}

void Shadow::mark_freed(std::uintptr_t address, std::size_t size, Epoch now) {
    for (std::uintptr_t at = address & ~std::uintptr_t{3}; at < address + size; at += 4) {
        Cell& freed = cell(at);
        freed.freed = true;
        freed.whole.write = now;
        freed.mask = 0;  // no access matches: all take the slow way, and are seen
    }
}

}  // namespace interleave::runtime
