#include "interleave/search/decisive.hpp"

#include <string_view>

#include "interleave/report/source_lines.hpp"
#include "interleave/search/notes.hpp"

namespace interleave::search {
namespace {

using runtime::execution;
using runtime::Kind;
using runtime::Note;
using runtime::Object;
using runtime::ObjectType;
using runtime::recorder;
using runtime::Thread;

bool is_load(const Note& note) {
    return note.kind == Kind::load || note.kind == Kind::read;
}

bool is_change(const Note& note) {
    switch (note.kind) {
        case Kind::store:
        case Kind::write:
        case Kind::exchange:
        case Kind::fetch_op:
            return true;
        case Kind::compare_exchange:
            return note.before != note.after;
        default:
            return false;
    }
}

bool touches_memory(const Note& note) {
    return is_load(note) || is_change(note) || note.kind == Kind::compare_exchange;
}

bool takes_a_lock(const Note& note) {
    switch (note.kind) {
        case Kind::lock:
        case Kind::try_lock:
        case Kind::timed_lock:
        case Kind::read_lock:
        case Kind::try_read_lock:
        case Kind::timed_read_lock: {
            const std::string_view detail = note.detail ? note.detail : "";
            return !note.blocked && (detail.empty() || detail == "locked");
        }
        default:
            return false;
    }
}

class Decisive {
  public:
    std::set<const Note*> run() {
        const auto& notes = recorder.notes;
        if (notes.empty()) return {};
        add(&notes.back());
        switch (execution.failure.verdict) {
            case Verdict::data_race:
                add(earlier_access());
                break;
            case Verdict::use_after_free:
                add(freeing_of_the_block());
                break;
            case Verdict::double_free:
                add(last_note_before(&notes.back(), [&](const Note& note) {
                    return note.kind == Kind::none && note.address == notes.back().address;
                }));
                break;
            case Verdict::deadlock:
                for (int id = 0; id < execution.thread_count(); ++id) add_wait(id);
                break;
            case Verdict::lost_wakeup:
                add_wait(execution.failure.thread);
                add(missed_notification());
                break;
            case Verdict::wrong_result:
                add_what_was_read();
                break;
            case Verdict::livelock:
                add_look(&notes.back(), execution.failure.thread, execution.failure.object);
                break;
            default:
                break;
        }
        return std::move(found_);
    }

  private:
    void add(const Note* note) {
        if (note) found_.insert(note);
    }

    // How the thread came to wait for ever: its last look, its sleep, and what others did to what
    // it waits for.
    void add_wait(int id) {
        const Thread& thread = execution.thread(id);
        if (thread.finished) return;
        const Note* asleep = last_note([&](const Note& note) { return note.thread == id; });
        if (!asleep) return;
        // Who cannot take its next step waits too, without having tried.
        if (asleep->blocked || thread.sleeping) add(asleep);
        if (asleep->kind == Kind::join || !thread.object || !(thread.ready || thread.sleeping))
            return;
        const Object& object = *thread.object;
        if (object.type == ObjectType::mutex || object.type == ObjectType::rwlock) {
            for (int holder = 0; holder < execution.thread_count(); ++holder)
                if (object.owner == holder || object.holders.has(holder)) add_lock(object, holder);
        } else {
            add_look(asleep, id, &object);
        }
    }

    void add_lock(const Object& lock, int holder) {
        add(last_note([&](const Note& note) {
            return note.thread == holder && note.address == lock.address && takes_a_lock(note);
        }));
    }

    // The last look before going to sleep. Beside a condition variable something else is looked at,
    // whatever was read last.
    void add_look(const Note* end, int id, const Object* object) {
        if (!object) return;
        const bool elsewhere = object->type != ObjectType::memory;
        const Note* look = last_note_before(end, [&](const Note& note) {
            return note.thread == id &&
                   (elsewhere ? is_load(note)
                              : note.address == object->address && touches_memory(note));
        });
        add(look);
        add_last_change(look ? look->address : object->address, id);
    }

    void add_last_change(std::uintptr_t address, int not_by) {
        add(last_note([&](const Note& note) {
            return note.thread != not_by && note.address == address && is_change(note);
        }));
    }

    // What the line that failed had read, and who wrote that; where it read nothing that others can
    // see, the last thing that its thread had read.
    void add_what_was_read() {
        const Note* end = &recorder.notes.back();
        const int id = end->thread;
        const auto is_look = [&](const Note& note) { return note.thread == id && is_load(note); };
        const std::vector<Frame> failing = stack_of(*end);
        const Frame* here = report::reader_frame(failing);
        bool any = false;
        for (const Note* look = last_note_before(end, is_look); look;
             look = last_note_before(look, is_look)) {
            const std::vector<Frame> stack = stack_of(*look);
            const Frame* there = report::reader_frame(stack);
            const bool same =
                here && there && here->line == there->line && here->file == there->file;
            if (!same && any) break;
            any = true;
            add(look);
            add(last_note_before(look, [&](const Note& note) {
                return note.address == look->address && is_change(note);
            }));
            if (!same) break;
        }
    }

    std::set<const Note*> found_;
};

}  // namespace

std::set<const Note*> decisive_notes() {
    return Decisive().run();
}

}  // namespace interleave::search
