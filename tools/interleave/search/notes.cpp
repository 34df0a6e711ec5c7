#include "interleave/search/notes.hpp"

#include <string_view>

#include "interleave/search/names.hpp"

namespace interleave::search {

using runtime::execution;
using runtime::Kind;
using runtime::Note;
using runtime::recorder;

std::vector<Frame> stack_of(const Note& note) {
    std::vector<Frame> stack;
    for (std::uint32_t i = 0; i < note.depth; ++i)
        for (const Frame& frame : frames_at(recorder.stacks[note.stack + i].code))
            stack.push_back(frame);
    // A call is given the line that it ends on: that of a lambda's last bracket.
    if (note.kind == Kind::start)
        for (Frame& frame : stack) frame.line = begin_of_statement(frame);
    return stack;
}

const Note* earlier_access() {
    const runtime::Conflict& conflict = execution.failure.conflict;
    const int thread = runtime::thread_of(conflict.earlier);
    if (recorder.notes.empty()) return nullptr;
    return last_note_before(&recorder.notes.back(), [&](const Note& note) {
        const bool touches = note.size &&
                             note.address < execution.failure.address + execution.failure.size &&
                             execution.failure.address < note.address + note.size;
        const bool writes = note.kind != Kind::load && note.kind != Kind::read;
        return note.thread == thread && touches && writes == conflict.earlier_writes;
    });
}

const Note* freeing_of_the_block() {
    const runtime::Block* block = execution.failure.block;
    return last_note([&](const Note& note) {
        return note.kind == Kind::none && block && note.address == block->begin();
    });
}

const Note* missed_notification() {
    const runtime::Object* object = execution.failure.object;
    return last_note([&](const Note& note) {
        return object && note.address == object->address && note.detail &&
               std::string_view(note.detail) == "nobody waits";
    });
}

}  // namespace interleave::search
