// What a thread announces before it takes a step, and what is known of the step once it is taken.
#include "interleave/runtime/cycles.hpp"
#include "interleave/runtime/execution.hpp"
#include "interleave/runtime/hash.hpp"

namespace interleave::runtime {
namespace {

constexpr std::uint64_t kLong = 1000;  // steps after which an execution may go round in circles
constexpr std::uint32_t kLongRun = 1000;

}  // namespace

// --- objects ---

Object& Execution::object_at(std::uintptr_t address, std::uint16_t size, ObjectType type) {
    Cell& cell = shadow.cell(address);
    for (std::uint32_t at = cell.objects; at; at = objects_[at].next)
        if (objects_[at].address == address && objects_[at].type == type) return objects_[at];
    if (object_count_ == kMaxObjects)
        fail(Verdict::uncontrolled, "more than a million synchronisation objects in one execution");
    Object& made = objects_[object_count_];
    made.address = address;
    made.next = cell.objects;
    cell.objects = object_count_++;
    made.type = type;
    const Usage usage = usage_of(address);
    made.shared = usage.shared;
    made.tried = usage.tried;
    made.recursive = made.error_checking = false;
    made.size = size;
    made.first_user = -1;
    made.owner = -1;
    made.count = made.limit = made.version = made.missed = 0;
    made.serial = ++serials_[static_cast<int>(type)];
    made.write_hash = mix(address, 17);
    made.read_hash = made.writer = 0;
    made.waiters = made.holders = {};
    made.released.clear();
    made.readers_released.clear();
    return made;
}

Object* Execution::find_object(std::uintptr_t address, ObjectType type) {
    for (std::uint32_t at = shadow.cell(address).objects; at; at = objects_[at].next)
        if (objects_[at].address == address && objects_[at].type == type) return &objects_[at];
    return nullptr;
}

void Execution::widen(Object& object) {
    object.shared = true;
    widened_ = true;
    mark_usage(object.address, {true, false});
}

void Execution::tries(Object& object) {
    if (object.tried) return;
    object.tried = true;
    mark_usage(object.address, {false, true});
    if (object.shared) widened_ = true;
}

// --- steps ---

// --- steps ---

void Execution::use(Thread& self, Object& object) {
    self.quiet = 0;
    self.clock_step = 0;
    if (object.first_user == self.id) return;
    if (object.first_user < 0) {
        object.first_user = static_cast<std::int16_t>(self.id);
    } else if (!object.shared) {
        widen(object);
    }
}

void Execution::step_with_mutex(Thread& self, Kind kind, Object& object, Object& mutex) {
    use(self, object);
    self.pending = {kind, true, object.type, object.size, 0, object.address, mutex.address};
    self.object = &object;
    self.ready = nullptr;
    if (object.shared || choose_among_all_) schedule(&self);
    commit(self);
}

void Execution::step(Thread& self, Kind kind, Object& object, bool writes,
                     bool (*ready)(const Thread&)) {
    if (self.tired) {
        self.tired = false;
        yield(self);
    }
    use(self, object);
    self.pending = {kind, writes, object.type, object.size, 0, object.address, 0};
    self.object = &object;
    self.ready = ready;
    if (self.awaiting) {
        self.awaiting = false;
        self.pending.kind = Kind::await;
        self.ready = ready = has_changed;
    }
    if (object.shared || choose_among_all_ || (ready && !ready(self))) schedule(&self);
    commit(self);
}

void Execution::commit(Thread& self) {
    Object& object = *self.object;
    const Step& step = self.pending;
    order.push_back(static_cast<std::uint8_t>(self.id));
    ++self.turns;
    if (++steps_taken > limits.steps)
        fail(Verdict::livelock, "an execution of more steps than one may have");
    if (steps_taken >= kLong) watch_for_cycles(self);
    if (object.shared || choose_among_all_) strategy_->took(self.id, step);
    std::uint64_t happened =
        mix(mix(self.trace, static_cast<std::uint64_t>(step.kind)), object.write_hash);
    if (step.writes) {
        happened = mix(happened, object.read_hash);
        object.write_hash = happened;
        object.read_hash = 0;
    } else {
        object.read_hash += happened;
    }
    self.trace = happened;
    // Whether these changed anything, or only looked, their callers know.
    const bool may_only_look = step.kind == Kind::await || step.kind == Kind::exchange ||
                               step.kind == Kind::fetch_op || step.kind == Kind::store ||
                               step.kind == Kind::compare_exchange || step.kind == Kind::try_lock;
    if (step.writes && !may_only_look) self.spin_count = 0;
    self.ready = nullptr;
    self.parked = false;
    self.pending.kind = Kind::none;
}

void Execution::watch_for_cycles(Thread& self) {
    run_length_ = last_runner_ == self.id ? run_length_ + 1 : 0;
    last_runner_ = self.id;
    const bool round = cycles.after_many_steps(self);
    // Nothing new comes after it.
    if (round && Cycles::on_purpose(self)) stop(End::pruned);
    if (round && !cycles.unfair()) {
        failure.object = &*self.object;
        fail(Verdict::livelock, "cycle");
    }
    if (!round && run_length_ < kLongRun) return;
    run_length_ = 0;
    self.tired = true;
}

void Execution::tried_in_vain(Thread& self) {
    if (!cycles.after_failed_try(self)) return;
    failure.object = self.object;
    fail(Verdict::livelock, "cycle");
}

void Execution::pass(Thread& self, Kind kind, Object& object) {
    if (object.tried || choose_among_all_) {
        step(self, kind, object, true);
        return;
    }
    self.pending = {kind, true, object.type, object.size, 0, object.address, 0};
    self.object = &object;
    commit(self);
}

void Execution::wait_until(Thread& self, Kind kind, bool (*ready)(const Thread&)) {
    self.pending = {};
    self.pending.kind = kind;
    self.ready = ready;
    if (!ready(self)) schedule(&self);
    self.ready = nullptr;
    self.pending.kind = Kind::none;
}

int Execution::choose(int count, Question asked, const ThreadSet& waiters) {
    if (count <= 1) return 0;
    question = asked;
    asked_about = waiters;
    asker = current;
    if (recorder.keep_places) {
        current->place.clear();
        recorder.unwind(current->place);
    }
    const int value = strategy_->pick_value(count);
    if (value < 0) stop(End::pruned);
    values.push_back(static_cast<std::uint8_t>(value));
    return value;
}

}  // namespace interleave::runtime
