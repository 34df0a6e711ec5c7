// Looking through the notes of the recorded execution.
#pragma once

#include <interleave/result.hpp>
#include <vector>

#include "interleave/runtime/execution.hpp"

namespace interleave::search {

// Where it was taken, innermost first.
std::vector<Frame> stack_of(const runtime::Note& note);

// The last one before `end` that matches; nullptr if none does.
const runtime::Note* last_note_before(const runtime::Note* end, auto matches) {
    const auto& notes = runtime::recorder.notes;
    for (const runtime::Note* note = end; note != notes.begin();)
        if (matches(*--note)) return note;
    return nullptr;
}

const runtime::Note* last_note(auto matches) {
    return last_note_before(runtime::recorder.notes.end(), matches);
}

// The access, or the call of free, that the failing one is not ordered with.
const runtime::Note* earlier_access();

// The last call of free for the block that the failing access is in.
const runtime::Note* freeing_of_the_block();

// The last notification that found nobody, of those that the sleeper of the failure waits for.
const runtime::Note* missed_notification();

}  // namespace interleave::search
