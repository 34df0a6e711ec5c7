#include "interleave/runtime/execution.hpp"

#include <cstring>

#include "interleave/runtime/cycles.hpp"
#include "interleave/runtime/hash.hpp"
#include "interleave/runtime/outside.hpp"
#include "interleave/runtime/reserve.hpp"
#include "interleave/runtime/snapshot.hpp"
#include "interleave/runtime/thread_storage.hpp"

namespace interleave::runtime {

Execution execution;

Thread* current = nullptr;
Thread* interrupted = nullptr;

namespace {

constexpr std::size_t kMaxCalls = 1 << 19;  // nested calls of one thread

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

void Thread::tick() {
    const std::uint32_t next = clock[id] + 1;
    if (next > kMaxClock)
        execution.fail(Verdict::uncontrolled, "more steps than a clock can count");
    clock.set(id, next);
    now = make_epoch(id, next);
}

void Thread::renew() {
    static_cast<ThreadState&>(*this) = {};
    clock.clear();
    fence_acquire.clear();
    fence_release.clear();
    if (!calls) calls = static_cast<std::uintptr_t*>(reserve(kMaxCalls * sizeof *calls));
    if (!frames) frames = static_cast<FrameMark*>(reserve(kMaxCalls * sizeof *frames));
    call_top = calls;
    place.clear();
    destructors.clear();
    specific.clear();
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
    recorder.reset();
    output.clear();
    careful = plain_steps || (recorder.on && recorder.watched_size);
    widened_ = false;
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
    if (recorder.on) {
        const bool here = current && !failure.stuck && failure.thread == current->id;
        recorder.note_failure(here ? current : nullptr);
    }
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
    made.renew();
    made.detached = detached;
    made.routine = routine;
    made.argument = argument;
    made.spurious_left = limits.spurious;
    made.early_left = limits.timeouts;
    made.yielded_at = ~std::uint64_t{0};
    made.trace = made.reads = mix(0, static_cast<std::uint64_t>(id) + 1);
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
    if (recorder.on) recorder.note(self, Kind::start, 0, 0, 0, 0, nullptr, id);
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
    if (recorder.on && recorder.keep_places) recorder.note(self, Kind::begin, 0, 0, 0, 0);
}

void Execution::finish(Thread& self) {
    self.finished = true;
    self.pending = {};
    if (recorder.on && self.id) recorder.note(self, Kind::finish, 0, 0, 0, 0);
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

}  // namespace interleave::runtime
