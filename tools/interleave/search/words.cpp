#include "interleave/search/words.hpp"

#include <algorithm>

#include "interleave/runtime/layout.hpp"
#include "interleave/runtime/outside.hpp"
#include "interleave/search/names.hpp"
#include "interleave/search/notes.hpp"
#include "interleave/search/variables.hpp"

namespace interleave::search {

using runtime::execution;
using runtime::Kind;
using runtime::Note;
using runtime::Object;
using runtime::ObjectType;
using runtime::Thread;

namespace {

const char* word_for(ObjectType type) {
    switch (type) {
        case ObjectType::mutex:
            return "mutex";
        case ObjectType::rwlock:
            return "shared mutex";
        case ObjectType::condition:
            return "condition variable";
        case ObjectType::semaphore:
            return "semaphore";
        case ObjectType::barrier:
            return "barrier";
        case ObjectType::once:
            return "initialisation";
        case ObjectType::stream:
            return "output";
        default:
            return "variable";
    }
}

std::string shown_value(const Note& note, std::uint64_t value) {
    const unsigned size = note.size;
    if (size > 8) return {};
    if (size < 8 && global_at(note.address).empty() && is_unsigned_at(note.address))
        return std::to_string(value & ((std::uint64_t{1} << (8 * size)) - 1));
    if (size == 8)
        if (const std::string global = global_that_begins_at(value); !global.empty())
            return "&" + global;
    std::int64_t number = static_cast<std::int64_t>(value);
    if (size == 1) number = static_cast<std::int8_t>(value);
    if (size == 2) number = static_cast<std::int16_t>(value);
    if (size == 4) number = static_cast<std::int32_t>(value);
    if (size == 8 && value > 0xffffffffu && number > 0) {
        char text[24];
        std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(value));
        return text;
    }
    return std::to_string(number);
}

std::string escaped_line(const char* begin, const char* end) {
    std::string text = "\"";
    for (; begin < end && text.size() < 60; ++begin) {
        if (*begin == '\n') {
            text += "\\n";
        } else {
            text += *begin;
        }
    }
    return text + "\"";
}

}  // namespace

std::string name_of(const Thread& thread) {
    if (thread.name[0]) return thread.name;
    return thread.id == 0 ? "main" : "thread " + std::to_string(thread.id);
}
std::string thread_name(int id) {
    return name_of(execution.thread(id));
}

Object* object_at(std::uintptr_t address) {
    for (std::uint32_t i = 1; i < execution.object_count(); ++i)
        if (execution.object(i).address == address) return &execution.object(i);
    return nullptr;
}

std::string name_of(std::uintptr_t address) {
    if (address == 16) return "output";
    if (address < 4096) return {};
    if (const std::string global = global_at(address); !global.empty()) return global;
    if (const std::string variable = variable_at(address); !variable.empty()) return variable;
    const Object* object = object_at(address);
    std::string name = object ? std::string(word_for(object->type)) : "variable";
    if (object) name += " " + std::to_string(object->serial);
    if (runtime::on_stack(address)) {
        if (!object) name += " of " + thread_name(runtime::stack_owner(address));
    } else if (!object && runtime::on_heap(address)) {
        if (const runtime::Block* block = execution.heap.block_around(address))
            return "a block of " + std::to_string(block->size) + " bytes";
    }
    return name;
}

std::string value_of(const Note& note) {
    if (note.kind == Kind::output) {
        const std::size_t end = std::min<std::size_t>(note.after, runtime::output.size());
        const std::size_t begin = std::min<std::size_t>(note.address, end);
        return escaped_line(runtime::output.begin() + begin, runtime::output.begin() + end);
    }
    if (note.detail) {
        if (note.kind != Kind::compare_exchange) return note.detail;
        return std::string(note.detail) + ", " + shown_value(note, note.before) +
               (note.before == note.after ? "" : " -> " + shown_value(note, note.after));
    }
    switch (note.kind) {
        case Kind::load:
        case Kind::read:
            return shown_value(note, note.after);
        case Kind::store:
            return shown_value(note, note.after);
        case Kind::write:
            return execution.plain_steps ? shown_value(note, note.after) : "";
        case Kind::exchange:
        case Kind::fetch_op:
            return shown_value(note, note.before) + " -> " + shown_value(note, note.after);
        case Kind::acquire:
        case Kind::release:
            return std::to_string(note.after) + " left";
        case Kind::sleep:
            return std::to_string(note.after / 1'000'000) + " ms";
        default:
            return {};
    }
}

std::string object_of(const Note& note) {
    if (note.kind == Kind::start || note.kind == Kind::join) return thread_name(note.peer);
    if (note.kind == Kind::output) return "output";
    return note.address ? name_of(note.address) : "";
}

std::string action_of(const Note& note) {
    if (note.kind == Kind::output) return "print";
    if (note.kind == Kind::none) return note.detail ? note.detail : "";
    if (note.kind == Kind::futex_wait) return "sleep";
    if (note.kind == Kind::futex_wake) return "wake";
    return name_of(note.kind);
}

std::string holder_of(const Object& object) {
    if (object.owner >= 0) return thread_name(object.owner);
    if (!object.holders.empty()) return thread_name(object.holders.first());
    return {};
}

std::vector<Frame> last_stack_of(const Thread& thread) {
    const Note* last = last_note([&](const Note& note) { return note.thread == thread.id; });
    return last ? stack_of(*last) : std::vector<Frame>{};
}

std::vector<Frame> start_of(int thread) {
    const Note* started = last_note(
        [&](const Note& note) { return note.kind == Kind::start && note.peer == thread; });
    return started ? stack_of(*started) : std::vector<Frame>{};
}

}  // namespace interleave::search
