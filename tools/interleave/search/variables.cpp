#include "interleave/search/variables.hpp"

#include <cstring>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "interleave/report/source_lines.hpp"
#include "interleave/runtime/execution.hpp"
#include "interleave/runtime/layout.hpp"
#include "interleave/search/names.hpp"
#include "symbols/variables.hpp"

namespace interleave::search {
namespace {

using runtime::Call;
using runtime::execution;
using runtime::Note;
using runtime::recorder;
using symbols::VariableName;

struct Known {
    std::string name;
    bool is_unsigned = false;
};
std::map<std::uintptr_t, Known> known;
std::map<std::string, int> taken;  // how many have the name

bool copy_from(const Note& note, std::uint64_t from, void* to, std::size_t size) {
    const std::uintptr_t begin = note.depth ? recorder.stacks[note.stack].frame_begin : 0;
    if (from < begin || from + size > begin + note.memory_size) return false;
    std::memcpy(to, &recorder.memory[note.memory + (from - begin)], size);
    return true;
}

// A stack is as it was when its thread made its last note before; the heap as it was at the end.
bool read_memory(const Note& note, std::uint64_t from, void* to, std::size_t size) {
    if (runtime::on_stack(from)) {
        for (const Note* one = &note; one >= recorder.notes.begin(); --one)
            if (one->thread == runtime::stack_owner(from) && copy_from(*one, from, to, size))
                return true;
        return false;
    }
    if (!runtime::on_heap(from) || !execution.heap.block_around(from)) return false;
    std::memcpy(to, reinterpret_cast<const void*>(from), size);
    return true;
}

std::optional<VariableName> name_in(const Note& note, const Call& call, std::uintptr_t address) {
    const CodePlace code = code_place(call.code);
    if (code.file.empty()) return {};
    const auto& frames = frames_at(call.code);
    if (frames.empty() || report::is_system_file(frames[0].file)) return {};
    return symbols::variable_at({code.file, code.offset, call.frame_end}, address,
                                [&](std::uint64_t from, void* to, std::size_t size) {
                                    return read_memory(note, from, to, size);
                                });
}

// The calls that were looked at. A loop makes the same one in each round, in the same place of the
// stack: some rounds show what it calls a variable, and thousands would take a minute.
class Looks {
  public:
    bool are_enough(const Call& call) {
        constexpr int kEnough = 8;
        return ++looks_[{call.code, call.frame_end}] > kEnough;
    }

  private:
    std::map<std::pair<std::uintptr_t, std::uintptr_t>, int> looks_;
};

// A variable of a call that the owner of the stack had not returned from.
std::optional<VariableName> local_at(std::uintptr_t address) {
    const int owner = runtime::stack_owner(address);
    Looks looks;
    for (const Note& note : recorder.notes) {
        if (note.thread != owner) continue;
        for (std::uint32_t i = 0; i < note.depth; ++i) {
            const Call& call = recorder.stacks[note.stack + i];
            if (address - call.frame_begin >= call.frame_end - call.frame_begin) continue;
            if (looks.are_enough(call)) continue;
            if (const auto name = name_in(note, call, address); name && name->pointers == 0)
                return name;
        }
    }
    return {};
}

// What the code that uses it calls it; the shortest way, and a name rather than a part of *this.
std::optional<VariableName> way_to(std::uintptr_t address) {
    std::optional<VariableName> best;
    const auto rank = [](const VariableName& name) {
        return std::tuple(name.of_this, name.pointers, name.text.size());
    };
    Looks looks;
    for (const Note& note : recorder.notes) {
        if (note.address != address) continue;
        for (std::uint32_t i = 0; i < note.depth; ++i) {
            const Call& call = recorder.stacks[note.stack + i];
            if (looks.are_enough(call)) continue;
            auto name = name_in(note, call, address);
            if (name && (!best || rank(*name) < rank(*best))) best = std::move(name);
        }
    }
    return best;
}

const Known& find(std::uintptr_t address) {
    const auto found = known.find(address);
    if (found != known.end()) return found->second;
    std::optional<VariableName> variable;
    if (runtime::on_stack(address)) variable = local_at(address);
    if (!variable || variable->text.empty()) variable = way_to(address);
    Known& one = known[address];
    if (!variable || variable->text.empty()) return one;
    one = {variable->text, variable->is_unsigned};
    if (const int before = taken[one.name]++) one.name += " (" + std::to_string(before + 1) + ")";
    return one;
}

}  // namespace

std::string variable_at(std::uintptr_t address) {
    return find(address).name;
}

bool is_unsigned_at(std::uintptr_t address) {
    return find(address).is_unsigned;
}

void forget_variables() {
    known.clear();
    taken.clear();
}

}  // namespace interleave::search
