#include "interleave/runtime/recorder.hpp"

#include <unwind.h>

#include <algorithm>
#include <cstring>

#include "interleave/runtime/code_ranges.hpp"
#include "interleave/runtime/execution.hpp"

namespace interleave::runtime {

Recorder recorder;

namespace {

constexpr std::size_t kMostCalls = 40;  // of a noted stack, the innermost
constexpr std::uintptr_t kMostCopiedOfStack = 8192;
constexpr std::size_t kMostCopied = std::size_t{16} << 20;

}  // namespace

void Recorder::reset() {
    notes.clear();
    stacks.clear();
    memory.clear();
    preempting_ = false;
}

void Recorder::unwind(Vector<Call>& stack) {
    most_calls_ = stack.size() + kMostCalls;
    frame_open_ = false;
    // The unwinder locks and initialises things of its own: that is no part of the program.
    Thread* const running = current;
    interrupted = current;
    current = nullptr;
    _Unwind_Backtrace(
        [](_Unwind_Context* context, void* into) {
            auto& stack = *static_cast<Vector<Call>*>(into);
            // Where the frame of this call begins, and that of the call before it ends.
            const std::uintptr_t begin = _Unwind_GetCFA(context);
            if (recorder.frame_open_) stack.back().frame_end = begin;
            recorder.frame_open_ = false;
            if (stack.size() == recorder.most_calls_) return _URC_END_OF_STACK;
            const std::uintptr_t code = _Unwind_GetIP(context);
            if (!code || is_ours(reinterpret_cast<void*>(code))) return _URC_NO_REASON;
            stack.push_back({code, begin, begin});
            recorder.frame_open_ = true;
            return _URC_NO_REASON;
        },
        &stack);
    current = running;
    interrupted = nullptr;
}

// What the variables of the calls hold now, for those who name things afterwards.
void Recorder::copy_frames(Note& note) {
    note.memory = static_cast<std::uint32_t>(memory.size());
    if (!note.depth || memory.size() > kMostCopied) return;
    const std::uintptr_t begin = stacks[note.stack].frame_begin;
    const std::uintptr_t end = stacks.back().frame_end;
    note.memory_size = static_cast<std::uint32_t>(std::min(end - begin, kMostCopiedOfStack));
    memory.resize(note.memory + note.memory_size);
    std::memcpy(&memory[note.memory], reinterpret_cast<void*>(begin), note.memory_size);
}

void Recorder::note(const Thread& self, Kind kind, std::uintptr_t address, unsigned size,
                    std::uint64_t before, std::uint64_t after, const char* detail, int peer) {
    complete_last_write();
    Note note = {};
    note.thread = static_cast<std::int16_t>(self.id);
    note.kind = kind;
    note.preempted = preempting_;
    preempting_ = false;
    note.size = static_cast<std::uint8_t>(size);
    note.address = address;
    note.before = before;
    note.after = after;
    note.peer = static_cast<std::int16_t>(peer);
    note.detail = detail;
    note.stack = static_cast<std::uint32_t>(stacks.size());
    unwind(stacks);
    note.depth = static_cast<std::uint32_t>(stacks.size()) - note.stack;
    copy_frames(note);
    notes.push_back(note);
}

void Recorder::note_blocked(const Thread& self, Kind kind, const Object& object) {
    note(self, kind, object.address, 0, 0, static_cast<std::uint64_t>(object.owner + 1));
    notes.back().blocked = true;
}

void Recorder::note_allocation(const Thread& self, const Block& block) {
    note(self, Kind::none, block.begin(), 0, 0, block.size, "allocate");
}

void Recorder::note_free(const Thread& self, const Block& block) {
    note(self, Kind::none, block.begin(), 0, 0, block.size, "free");
}

void Recorder::note_failure(const Thread* here) {
    if (here && (notes.empty() || !notes.back().failure)) note(*here, Kind::none, 0, 0, 0, 0);
    if (!notes.empty()) notes.back().failure = true;
}

void Recorder::complete_last_write() {
    if (!execution.plain_steps || notes.empty()) return;
    Note& last = notes.back();
    if (last.kind != Kind::write || last.failure || last.size > 8) return;
    std::memcpy(&last.after, reinterpret_cast<const void*>(last.address), last.size);
}

}  // namespace interleave::runtime
