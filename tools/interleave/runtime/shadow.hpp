// What is known about each piece of memory: its last accesses (to find data races), whether it is
// freed, and the synchronisation objects that live there.
//
// The method is FastTrack's (Flanagan and Freund, 2009), made exact: a piece of memory of four
// bytes is one variable while it is always accessed as a whole, and four variables otherwise.
// Every cell names the execution that it belongs to, so that a new execution need not clear it.
#pragma once

#include <cstdint>

#include "interleave/runtime/clock.hpp"
#include "interleave/runtime/vector.hpp"

namespace interleave::runtime {

struct Variable {
    Epoch write;            // the last plain write
    Epoch read;             // the last plain read; 0 when several threads read
    std::uint32_t readers;  // then the index of a clock with all of them; else 0
    std::uint32_t atomics;  // the index of the atomic accesses, or 0
};

struct Cell {
    std::uint32_t execution;
    std::uint32_t objects;  // the first object here, or 0
    std::uint32_t parts;    // the index of four variables, or 0
    std::uint8_t mask;      // the bytes that accesses meant so far
    bool freed;
    std::uint16_t unused;
    Variable whole;
};

struct Conflict {
    Epoch earlier;  // the access that this one is not ordered with
    bool earlier_writes;
};

enum class Found : std::uint8_t { nothing, race, freed };

class Shadow {
  public:
    // May be called at the start of a process, before anything else here.
    bool prepare();
    void new_execution();

    Cell& cell(std::uintptr_t address) {
        Cell*& chunk = chunks_[address >> 20];
        if (!chunk) [[unlikely]]
            chunk = make_chunk();
        Cell& cell = chunk[(address & 0xfffff) >> 2];
        if (cell.execution != execution_) [[unlikely]]
            cell = {execution_, 0, 0, 0, false, 0, {}};
        return cell;
    }

    // A plain access by a thread whose own moment is `now` and who knows `clock`.
    Found access(std::uintptr_t address, std::size_t size, bool write, Epoch now,
                 const VectorClock& clock, Conflict& conflict) {
        const unsigned offset = address & 3;
        if (offset + size <= 4) [[likely]] {
            const auto mask = static_cast<std::uint8_t>(((1u << size) - 1) << offset);
            return access_cell(cell(address), mask, write, now, clock, conflict);
        }
        return access_range(address, size, write, now, clock, conflict);
    }
    Found atomic_access(std::uintptr_t address, std::size_t size, bool write, Epoch now,
                        const VectorClock& clock, Conflict& conflict);

    // `now`: the moment of the thread that frees.
    void mark_freed(std::uintptr_t address, std::size_t size, Epoch now);

  private:
    Cell* make_chunk();
    Found access_cell(Cell& cell, std::uint8_t mask, bool write, Epoch now,
                      const VectorClock& clock, Conflict& conflict) {
        if (cell.mask == mask && !cell.parts) [[likely]] {
            Variable& v = cell.whole;
            if (write ? v.write == now && (v.read == now || (!v.read && !v.readers)) && !v.atomics
                      : (v.read == now || v.write == now) && !v.atomics)
                return Found::nothing;
        }
        return access_slow(cell, mask, write, now, clock, conflict);
    }
    Found access_slow(Cell& cell, std::uint8_t mask, bool write, Epoch now,
                      const VectorClock& clock, Conflict& conflict);
    Found access_range(std::uintptr_t address, std::size_t size, bool write, Epoch now,
                       const VectorClock& clock, Conflict& conflict);
    bool conflicts(const Variable& variable, bool write, bool atomic, const VectorClock& clock,
                   Conflict& conflict) const;
    bool races(Variable& variable, bool write, bool atomic, Epoch now, const VectorClock& clock,
               Conflict& conflict);
    void split(Cell& cell);

    struct Atomics {
        VectorClock writes, reads;
    };
    struct Parts {
        Variable bytes[4];
    };
    Cell** chunks_ = nullptr;
    std::uint32_t execution_ = 0;
    Vector<VectorClock> readers_;
    Vector<Atomics> atomics_;
    Vector<Parts> parts_;
};

}  // namespace interleave::runtime
