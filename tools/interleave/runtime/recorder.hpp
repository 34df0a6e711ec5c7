// Notes what an execution does: one execution of each exploration is recorded, for its report.
#pragma once

#include <cstddef>
#include <cstdint>
#include <interleave/result.hpp>

#include "interleave/runtime/step.hpp"
#include "interleave/runtime/vector.hpp"

namespace interleave::runtime {

struct Block;
struct Object;
struct Thread;

// A call that has not returned, as the unwinder sees it.
struct Call {
    std::uintptr_t code;  // where it goes on
    std::uintptr_t frame_begin, frame_end;
};

// An access, a call or a step.
struct Note {
    std::int16_t thread;
    Kind kind;
    bool preempted, failure, blocked;
    std::uint8_t size;
    std::uintptr_t address;
    std::uint64_t before, after;  // values
    std::int16_t peer;
    std::uint32_t stack, depth;         // in Recorder::stacks
    std::uint32_t memory, memory_size;  // of the innermost of those frames, in Recorder::memory
    const char* detail;
};

class Recorder {
  public:
    bool on = false;
    bool keep_places = false;                 // where each thread waits for its turn is kept, too
    Verdict known_verdict = Verdict::passed;  // of the execution that is recorded
    // Accesses to these bytes are noted: the other side of a data race.
    std::uintptr_t watched = 0;
    std::size_t watched_size = 0;
    // The block whose allocation is noted: the one that leaks.
    std::uint32_t watched_block = ~0u;

    Vector<Note> notes;
    Vector<Call> stacks;
    Vector<std::uint8_t> memory;

    void reset();
    // The turn of a thread begins. It may do so with a step that nobody notes, such as the first
    // one of a thread: the next note is then the one after the preemption.
    void begin_turn(bool preempts, bool of_the_same) {
        preempting_ = preempts || (preempting_ && of_the_same);
    }

    void note(const Thread& self, Kind kind, std::uintptr_t address, unsigned size,
              std::uint64_t before, std::uint64_t after, const char* detail = nullptr,
              int peer = -1);
    void note_free(const Thread& self, const Block& block);
    void note_allocation(const Thread& self, const Block& block);
    void note_blocked(const Thread& self, Kind kind, const Object& object);
    // The last note is what failed; `here`, if not null, is where, unless that is noted already.
    void note_failure(const Thread* here);
    // A plain write is noted before it happens; what it wrote is looked up once it has.
    void complete_last_write();

    // Adds where the running thread is, innermost first.
    void unwind(Vector<Call>& stack);

  private:
    void copy_frames(Note& note);

    bool preempting_ = false;
    std::size_t most_calls_ = 0;  // in the stack that is unwound
    bool frame_open_ = false;     // where its last frame ends is not known yet
};

extern Recorder recorder;

}  // namespace interleave::runtime
