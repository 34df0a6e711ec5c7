#include "interleave/runtime/execution.hpp"

#include <sys/mman.h>
#include <unwind.h>

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "interleave/runtime/code_ranges.hpp"
#include "interleave/runtime/cycles.hpp"
#include "interleave/runtime/layout.hpp"
#include "interleave/runtime/outside.hpp"
#include "interleave/runtime/snapshot.hpp"
#include "interleave/runtime/thread_storage.hpp"

namespace interleave::runtime {

Execution execution;

namespace {
Cycles cycles;
}
Thread* current = nullptr;
Thread* interrupted = nullptr;

namespace {

constexpr std::uint64_t kLong = 1000;  // steps after which an execution may go round in circles
constexpr std::uint32_t kIdle = 1000;  // times a thread gives way while nothing happens
constexpr std::uint32_t kLongRun = 1000;
constexpr std::size_t kMaxFrames = 40;  // of a recorded stack, the innermost
constexpr std::uintptr_t kMostCopiedOfStack = 8192;
constexpr std::size_t kMostCopied = std::size_t{16} << 20;
constexpr std::uint32_t kMaxObjects = 1 << 20;
constexpr std::size_t kMaxCalls = 1 << 19;  // nested calls of one thread

void* reserve(std::size_t bytes) {
    void* got = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return got == MAP_FAILED ? nullptr : got;
}

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    a ^= b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2);
    a *= 0xff51afd7ed558ccdu;
    return a ^ a >> 32;
}

void body_entry() {
    execution.run_body();
}

void thread_entry() {
    Thread& self = *current;
    execution.begin(self);
    self.result = self.routine(self.argument);
    end_thread(self);
}

}  // namespace

const char* name_of(Kind kind) {
    static constexpr const char* kNames[] = {"none",          "load",
                                             "store",         "exchange",
                                             "fetch",         "compare_exchange",
                                             "fence",         "read",
                                             "write",         "lock",
                                             "try_lock",      "timed_lock",
                                             "unlock",        "read_lock",
                                             "try_read_lock", "timed_read_lock",
                                             "read_unlock",   "wait",
                                             "wake",          "notify_one",
                                             "notify_all",    "acquire",
                                             "try_acquire",   "timed_acquire",
                                             "release",       "arrive",
                                             "futex_wait",    "futex_wake",
                                             "once",          "start",
                                             "begin",         "join",
                                             "finish",        "sleep",
                                             "yield",         "await",
                                             "output",        "exit"};
    return kNames[static_cast<int>(kind)];
}

namespace {

bool has_changed(const Thread& thread) {
    for (int i = 0; i < thread.spin_count; ++i)
        if (execution.object(thread.spins[i].object).version != thread.spins[i].version)
            return true;
    return false;
}

// Where in the program the thread is.
std::uint64_t place_of(const Thread& thread) {
    std::uint64_t place = static_cast<std::uint64_t>(thread.call_top - thread.calls);
    int depth = 6;
    for (std::uintptr_t* at = thread.call_top; at > thread.calls && depth; --depth)
        place = mix(place, *--at);
    return place;
}

std::uint64_t hash_stack(std::uintptr_t from, std::uintptr_t to) {
    std::uint64_t hash = 1;
    for (from &= ~std::uintptr_t{7}; from < to; from += 8)
        hash = mix(hash, *reinterpret_cast<const std::uint64_t*>(from));
    return hash | 1;
}

constexpr std::uint32_t kPatience = 32;

}  // namespace

void Execution::spinning(Thread& self, Object& object, std::uintptr_t frame) {
    const std::uint64_t place = place_of(self);
    const std::uint32_t index = index_of(object);
    // What was seen before something changed counts no more.
    if (has_changed(self)) self.spin_count = 0;
    for (int i = 0; i < self.spin_count; ++i) {
        Spin& spin = self.spins[i];
        if (spin.object != index || spin.place != place) continue;
        const std::uint64_t stack = hash_stack(frame, self.fiber.stack_top());
        // The same place, the same stack, and nothing written since: this goes on for ever.
        self.awaiting = stack == spin.stack;
        spin.stack = stack;
        if (++spin.repeats >= kPatience && !self.awaiting) {
            if (spin.repeats > 10'000) {
                failure.object = &object;
                fail(Verdict::livelock, "");
            }
            self.awaiting = self.parked = true;
        }
        return;
    }
    if (self.spin_count == kMaxSpins) self.spin_count = 0;
    self.spins[self.spin_count++] = {index, object.version, place, 0, 0};
}

bool lock_is_free(const Thread& thread) {
    return thread.object->owner < 0 && thread.object->holders.empty();
}

void Thread::tick() {
    const std::uint32_t next = clock[id] + 1;
    if (next > kMaxClock)
        execution.fail(Verdict::uncontrolled, "more steps than a clock can count");
    clock.set(id, next);
    now = make_epoch(id, next);
}

bool Execution::prepare() {
    if (threads_) return true;
    threads_ = static_cast<Thread*>(reserve(sizeof(Thread) * kMaxThreads));
    objects_ = static_cast<Object*>(reserve(sizeof(Object) * kMaxObjects));
    return threads_ && objects_ && shadow.prepare() && prepare_storage();
}

void Execution::set_body(void (*body)(void*), void* argument) {
    body_ = body;
    body_argument_ = argument;
}

void Execution::reset() {
    thread_count_ = 0;
    object_count_ = 1;
    for (std::uint32_t& serial : serials_) serial = 0;
    shadow.new_execution();
    heap.reset();
    restore_snapshot();
    forget_keys();
    cycles.reset();
    run_length_ = 0;
    restore_exit_functions();
    virtual_time = 1'000'000'000'000'000'000;
    futex_spurious_left = limits.futex_spurious;
    steps_taken = 0;
    preemptions = 0;
    order.clear();
    values.clear();
    notes.clear();
    note_stacks.clear();
    note_memory.clear();
    output.clear();
    careful = plain_steps || (recording && watched_size);
    widened_ = false;
    preempting_ = false;
    probing_ = false;
    for (Object*& woken : woken_) woken = nullptr;
    failure = {};
    failure.thread = -1;
    end_ = End::complete;
}

End Execution::run(Strategy& strategy) {
    reset();
    strategy_ = &strategy;
    choose_among_all_ = strategy.wants_all();
    Thread* main = create(threads_[0], nullptr, nullptr, false, 0);
    current = main;
    main->fiber.enter();
    current = nullptr;
    if (probing_) conclude();
    if (end_ == End::complete && leaks()) end_ = End::failed;
    if (end_ != End::failed && widened_ && !choose_among_all_) end_ = End::widened;
    strategy_ = nullptr;
    return end_;
}

void Execution::run_body() {
    body_(body_argument_);
    end_thread(threads_[0]);
}

void Execution::stop(End end) {
    end_ = end;
    if (strategy_ && end != End::widened)
        for (int id = 0; id < thread_count_; ++id)
            if (!threads_[id].finished && threads_[id].pending.kind != Kind::none)
                strategy_->left(id, threads_[id].pending);
    Thread& self = *current;
    current = nullptr;
    self.fiber.leave();
    __builtin_unreachable();
}

void Execution::fail(Verdict verdict, const char* text) {
    failure.verdict = verdict;
    if (failure.thread < 0 && current) failure.thread = current->id;
    if (text && text != failure.text) {
        std::strncpy(failure.text, text, sizeof failure.text - 1);
        failure.text[sizeof failure.text - 1] = 0;
    }
    if (recording && current && !failure.stuck && failure.thread == current->id &&
        (notes.empty() || !notes.back().failure))
        note(*current, Kind::none, 0, 0, 0, 0);
    if (recording && !notes.empty()) notes.back().failure = true;
    stop(End::failed);
}

// --- threads ---

Thread* Execution::create(Thread& self, void* (*routine)(void*), void* argument, bool detached,
                          std::size_t stack_bytes, unsigned long* handle) {
    if (thread_count_ == kMaxThreads)
        fail(Verdict::uncontrolled, "more than 128 threads in one execution");
    const int id = thread_count_++;
    Thread& made = threads_[id];
    made.id = id;
    made.fiber.reset(id, stack_bytes, id == 0 ? body_entry : thread_entry);
    made.finished = made.joined = made.yielding = made.sleeping = made.timed = made.parked =
        made.awaiting = made.spurious = made.weak_compare_exchange = false;
    made.detached = detached;
    made.routine = routine;
    made.argument = argument;
    made.result = nullptr;
    made.pending = {};
    made.ready = nullptr;
    made.spurious_left = limits.spurious;
    made.early_left = limits.timeouts;
    made.clock.clear();
    made.fence_acquire.clear();
    made.fence_release.clear();
    made.fenced_release = false;
    if (!made.calls) made.calls = static_cast<std::uintptr_t*>(reserve(kMaxCalls * 8));
    if (!made.frames) made.frames = static_cast<FrameMark*>(reserve(kMaxCalls * sizeof(FrameMark)));
    made.call_top = made.calls;
    made.quiet = made.quiet_rounds = made.turns = 0;
    made.tired = false;
    made.yielded_at = ~std::uint64_t{0};
    made.idle_yields = 0;
    made.spin_count = 0;
    made.trace = made.reads = mix(0, static_cast<std::uint64_t>(id) + 1);
    made.steps = 0;
    made.clock_step = 0;
    made.name[0] = 0;
    made.destructors.clear();
    made.cleanup = nullptr;
    made.mutex = nullptr;
    made.object = nullptr;
    made.specific.clear();
    made.place.clear();
    if (handle) *handle = made.fiber.self();
    if (id == 0) {
        made.tick();
        return &made;
    }
    made.clock.merge(self.clock);
    made.tick();
    self.tick();
    self.trace = mix(self.trace, static_cast<std::uint64_t>(id));
    Step start;
    start.kind = Kind::start;
    start.peer = static_cast<std::uint16_t>(id);
    strategy_->took(self.id, start);
    if (recording) note(self, Kind::start, 0, 0, 0, 0, nullptr, id);
    // Its first turn is a step like any other: what it captured by reference may be gone by then.
    made.pending.kind = Kind::begin;
    return &made;
}

unsigned long Execution::handle_of(int id) {
    threads_[id].fiber.reset(id, 0, thread_entry);
    return threads_[id].fiber.self();
}

void Execution::joined(Thread& self, const Thread& target) {
    self.trace = mix(self.trace, target.trace);
    Step step;
    step.kind = Kind::join;
    step.peer = static_cast<std::uint16_t>(target.id);
    strategy_->took(self.id, step);
}

void Execution::begin(Thread& self) {
    order.push_back(static_cast<std::uint8_t>(self.id));
    ++steps_taken;
    strategy_->took(self.id, self.pending);
    self.pending.kind = Kind::none;
    // Who picked it wants to see it; a schedule that was found reads better without.
    if (recording && keep_places) note(self, Kind::begin, 0, 0, 0, 0);
}

void Execution::finish(Thread& self) {
    self.finished = true;
    self.pending = {};
    if (recording && self.id) note(self, Kind::finish, 0, 0, 0, 0);
    schedule(&self);
    __builtin_unreachable();
}

void Execution::end_program(Thread& self) {
    Object& program = object_at(8, 1, ObjectType::stream);
    bool others = false;
    for (int id = 0; id < thread_count_; ++id)
        if (id != self.id && !threads_[id].finished) others = true;
    if (others) {
        program.shared = true;
        step(self, Kind::exit, program, true);
    }
    stop(End::complete);
}

bool Execution::any_timed_sleeper() const {
    for (int id = 0; id < thread_count_; ++id) {
        const Thread& thread = threads_[id];
        if (!thread.finished && thread.sleeping &&
            (thread.timed || thread.pending.kind == Kind::sleep))
            return true;
    }
    return false;
}

void Execution::switch_to(Thread& next, Thread* self) {
    if (&next == self) return;
    current = &next;
    self->fiber.switch_to(next.fiber);
}

void Execution::schedule(Thread* self) {
    if (keep_places && !self->finished) {
        self->place.clear();
        unwind(self->place);
    }
    ThreadChoice choice = {};
    for (int id = 0; id < thread_count_; ++id) {
        Thread& thread = threads_[id];
        if (thread.finished) continue;
        if (thread.sleeping) {
            if (thread.pending.kind == Kind::sleep || (thread.timed && thread.early_left > 0) ||
                (thread.spurious && thread.spurious_left > 0))
                choice.lazy.add(id);
            continue;
        }
        if (thread.ready && !thread.ready(thread)) continue;
        if (thread.pending.kind == Kind::none || thread.pending.kind == Kind::join) {
            // Nobody can notice when it goes on, so it goes on now.
            if (!thread.yielding) {
                switch_to(thread, self);
                return;
            }
        }
        choice.ready.add(id);
    }
    // Who gives way again, and nobody took a step since, lets the others go on.
    if (self->yielding && self->idle_yields && !self->finished) {
        choice.ready.remove(self->id);
        if (choice.ready.empty() && !any_timed_sleeper()) choice.ready.add(self->id);
    }
    choice.free = self->yielding;
    choice.current = choice.ready.has(self->id) ? self->id : -1;
    if (choice.ready.empty()) {
        int earliest = -1;
        for (int id = 0; id < thread_count_; ++id) {
            const Thread& thread = threads_[id];
            if (thread.finished || !thread.sleeping) continue;
            if (!thread.timed && thread.pending.kind != Kind::sleep) continue;
            choice.lazy.add(id);
            if (earliest < 0 || thread.deadline < threads_[earliest].deadline) earliest = id;
        }
        if (earliest < 0) {
            for (int id = 0; id < thread_count_; ++id) {
                Thread& thread = threads_[id];
                if (thread.finished || !thread.parked) continue;
                // It only looks as if it spun for ever: its own variables change.
                thread.parked = false;
                thread.ready = nullptr;
                choice.ready.add(id);
            }
            if (choice.ready.empty()) {
                if (!wake_to_see()) stuck();
                schedule(self);
                return;
            }
            earliest = choice.ready.first();
        }
        choice.standard = earliest;
    } else if (choice.current >= 0 && !self->yielding) {
        choice.standard = choice.current;
    } else {
        choice.standard = choice.ready.first();
        if (self->yielding) {
            for (int n = 1; n <= thread_count_; ++n) {
                const int id = (self->id + n) % thread_count_;
                if (choice.ready.has(id)) {
                    choice.standard = id;
                    break;
                }
            }
        }
    }

    const int chosen = strategy_->pick_thread(choice);
    if (chosen < 0) stop(End::pruned);
    Thread& next = threads_[chosen];
    self->yielding = false;
    if (next.sleeping) {
        next.sleeping = false;
        next.wake = choice.ready.empty() && next.timed ? Wake::late : Wake::early;
    }
    const bool preempts = choice.current >= 0 && chosen != choice.current && !choice.free;
    if (preempts) ++preemptions;
    // A turn may begin with a step that nobody notes, such as the first one of a thread.
    preempting_ = preempts || (preempting_ && chosen == choice.current);
    next.yielding = false;
    switch_to(next, self);
}

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

Wake Execution::sleep(Thread& self, Object& object, Object* mutex, bool timed,
                      std::uint64_t deadline, bool spurious) {
    self.mutex = mutex;
    self.sleeping = true;
    self.wake = Wake::none;
    self.timed = timed;
    self.deadline = deadline;
    self.spurious = spurious;
    self.ready = nullptr;
    self.pending = {Kind::wake_early, true, object.type, object.size, 0, object.address, 0};
    self.object = &object;
    object.waiters.add(self.id);
    schedule(&self);
    self.timed = self.spurious = false;
    if (self.wake == Wake::notified) return self.wake;
    object.waiters.remove(self.id);
    commit(self);
    if (self.wake == Wake::early && wakes_spuriously(self, timed, spurious))
        self.wake = Wake::spurious;
    else if (timed)
        virtual_time = std::max(virtual_time, deadline);
    return self.wake;
}

const char* reason(Wake wake) {
    if (wake == Wake::notified) return "notified";
    return wake == Wake::spurious ? "spurious wake-up" : "timeout";
}

// Why a sleeper wakes before anybody wakes it, although others could go on.
bool Execution::wakes_spuriously(Thread& self, bool timed, bool spurious) {
    const bool may_be_over = timed && self.early_left > 0;
    spurious = spurious && self.spurious_left > 0;
    if (spurious && may_be_over) spurious = choose(2, Question::why_early) == 1;
    --(spurious ? self.spurious_left : self.early_left);
    return spurious;
}

void Execution::wake(Thread& sleeper, Object* mutex) {
    sleeper.sleeping = false;
    sleeper.wake = Wake::notified;
    if (mutex) {
        sleeper.pending = {Kind::lock, true, mutex->type, mutex->size, 0, mutex->address, 0};
        sleeper.object = mutex;
        sleeper.ready = lock_is_free;
    } else {
        sleeper.pending = {};
        sleeper.ready = nullptr;
    }
}

void Execution::yield(Thread& self) {
    self.pending = {};
    self.pending.kind = Kind::yield;
    self.ready = nullptr;
    self.idle_yields = self.yielded_at == steps_taken ? self.idle_yields + 1 : 0;
    self.yielded_at = steps_taken;
    if (self.idle_yields > kIdle) {
        failure.object = nullptr;
        fail(Verdict::livelock, "");
    }
    self.yielding = true;
    schedule(&self);
    self.yielding = false;
    self.pending.kind = Kind::none;
}

void Execution::sleep_until(Thread& self, std::uint64_t deadline) {
    self.pending = {};
    self.pending.kind = Kind::sleep;
    self.ready = nullptr;
    self.sleeping = true;
    self.timed = false;
    self.spurious = false;
    self.deadline = deadline;
    schedule(&self);
    self.pending.kind = Kind::none;
    virtual_time = std::max(virtual_time, deadline);
}

int Execution::choose(int count, Question asked, const ThreadSet& waiters) {
    if (count <= 1) return 0;
    question = asked;
    asked_about = waiters;
    asker = current;
    if (keep_places) {
        current->place.clear();
        unwind(current->place);
    }
    const int value = strategy_->pick_value(count);
    if (value < 0) stop(End::pruned);
    values.push_back(static_cast<std::uint8_t>(value));
    return value;
}

// --- the end ---

void Execution::stuck() {
    bool alive = false;
    for (int id = 0; id < thread_count_; ++id) {
        const Thread& thread = threads_[id];
        if (!thread.finished && !(threads_[0].finished && thread.detached)) alive = true;
    }
    if (!alive) {
        for (int id = 1; id < thread_count_; ++id) {
            if (threads_[id].detached || threads_[id].joined) continue;
            failure.thread = id;
            fail(Verdict::not_joined, "");
        }
        stop(End::complete);
    }
    classify();
    if (recording && !notes.empty()) notes.back().failure = true;
    failure.stuck = true;
    fail(failure.verdict, failure.text);
}

// Whether a wake-up is what is missing: everybody who sleeps is woken. Who gets on then slept
// through a change that nobody told; who goes back to sleep waits for something that does not
// happen.
bool Execution::wake_to_see() {
    if (recording || probing_) return false;
    for (int id = 0; id < thread_count_; ++id)
        if (!threads_[id].finished && threads_[id].pending.kind == Kind::await) return false;
    for (int id = 0; id < thread_count_; ++id) {
        Thread& thread = threads_[id];
        if (thread.finished || !thread.sleeping || !thread.object) continue;
        probing_ = true;
        woken_[id] = thread.object;
        thread.object->waiters.remove(id);
        wake(thread, thread.mutex);
    }
    probed_order_ = order.size();
    probed_values_ = values.size();
    return probing_;
}

// The end of an execution whose sleepers were woken to see what happens.
void Execution::conclude() {
    order.resize(probed_order_);
    values.resize(probed_values_);
    failure = {};
    failure.verdict = Verdict::deadlock;
    failure.thread = -1;
    for (int id = 0; id < thread_count_; ++id) {
        const Thread& thread = threads_[id];
        if (!woken_[id] || (thread.sleeping && thread.object == woken_[id])) continue;
        failure.verdict = Verdict::lost_wakeup;
        failure.thread = id;
        failure.object = woken_[id];
        break;
    }
    end_ = End::failed;
}

void Execution::classify() {
    failure.verdict = Verdict::deadlock;
    failure.thread = -1;
    for (int id = 0; id < thread_count_; ++id) {
        const Thread& thread = threads_[id];
        if (thread.finished) continue;
        if (thread.pending.kind == Kind::await) {
            failure.verdict = Verdict::livelock;
            failure.thread = id;
            failure.object = thread.object;
            return;
        }
    }
    // A recorded execution ends here: what it is was found out before.
    if (known_verdict != Verdict::lost_wakeup) return;
    for (int id = 0; id < thread_count_; ++id) {
        const Thread& thread = threads_[id];
        if (thread.finished || !thread.sleeping || !thread.object) continue;
        failure.verdict = Verdict::lost_wakeup;
        failure.thread = id;
        failure.object = thread.object;
        if (thread.object->missed) return;
    }
}

bool Execution::leaks() {
    if (!limits.leaks_fail || heap.live_blocks() == 0) return false;
    Block* lost = find_leak(heap);
    if (!lost) return false;
    failure.verdict = Verdict::leak;
    failure.block = lost;
    failure.thread = lost->thread;
    return true;
}

std::uint64_t Execution::trace_hash() const {
    std::uint64_t hash = 0;
    for (int id = 0; id < thread_count_; ++id) hash += mix(threads_[id].trace, id);
    return hash;
}

std::uint64_t Execution::reads_hash() const {
    std::uint64_t hash = 0;
    for (int id = 0; id < thread_count_; ++id) hash += mix(threads_[id].reads, id);
    return hash;
}

void Execution::note_blocked(Thread& self, Kind kind, const Object& object) {
    note(self, kind, object.address, 0, 0, static_cast<std::uint64_t>(object.owner + 1));
    notes.back().blocked = true;
}

// Adds where the running thread is, innermost first.
void Execution::unwind(Vector<Call>& stack) {
    note_limit_ = stack.size() + kMaxFrames;
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
            if (execution.frame_open_) stack.back().frame_end = begin;
            execution.frame_open_ = false;
            if (stack.size() == execution.note_limit_) return _URC_END_OF_STACK;
            const std::uintptr_t code = _Unwind_GetIP(context);
            if (!code || is_ours(reinterpret_cast<void*>(code))) return _URC_NO_REASON;
            stack.push_back({code, begin, begin});
            execution.frame_open_ = true;
            return _URC_NO_REASON;
        },
        &stack);
    current = running;
    interrupted = nullptr;
}

// What the variables of the calls hold now, for those who name things afterwards.
void Execution::copy_frames(Note& note) {
    note.memory = static_cast<std::uint32_t>(note_memory.size());
    if (!note.depth || note_memory.size() > kMostCopied) return;
    const std::uintptr_t begin = note_stacks[note.stack].frame_begin;
    const std::uintptr_t end = note_stacks.back().frame_end;
    note.memory_size = static_cast<std::uint32_t>(std::min(end - begin, kMostCopiedOfStack));
    note_memory.resize(note.memory + note.memory_size);
    std::memcpy(&note_memory[note.memory], reinterpret_cast<void*>(begin), note.memory_size);
}

void Execution::note(Thread& self, Kind kind, std::uintptr_t address, unsigned size,
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
    note.stack = static_cast<std::uint32_t>(note_stacks.size());
    unwind(note_stacks);
    note.depth = static_cast<std::uint32_t>(note_stacks.size()) - note.stack;
    copy_frames(note);
    notes.push_back(note);
}

void Execution::complete_last_write() {
    if (!plain_steps || notes.size() == 0) return;
    Note& last = notes.back();
    if (last.kind != Kind::write || last.failure || last.size > 8) return;
    std::memcpy(&last.after, reinterpret_cast<const void*>(last.address), last.size);
}

}  // namespace interleave::runtime

namespace interleave::search {

const runtime::Step& pending_of(int thread);
const runtime::Step& pending_of(int thread) {
    return runtime::execution.thread(thread).pending;
}

}  // namespace interleave::search
