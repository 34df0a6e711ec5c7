// Whose turn it is.
#include "interleave/runtime/execution.hpp"

namespace interleave::runtime {

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

// The threads that can take a step, and the sleepers that may wake before anybody wakes them.
// Instead, the first thread of which nobody can notice when it goes on.
Thread* Execution::find_candidates(ThreadChoice& choice) {
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
        const bool unnoticed =
            thread.pending.kind == Kind::none || thread.pending.kind == Kind::join;
        if (unnoticed && !thread.yielding) return &thread;
        choice.ready.add(id);
    }
    return nullptr;
}

// When no thread can take a step: the sleepers whose time will come, the earliest of them as the
// standard choice. Where there is none, the threads that only look as if they spun for ever: their
// own variables change. False if there is no such thread either.
bool Execution::let_time_pass(ThreadChoice& choice) {
    int earliest = -1;
    for (int id = 0; id < thread_count_; ++id) {
        const Thread& thread = threads_[id];
        if (thread.finished || !thread.sleeping) continue;
        if (!thread.timed && thread.pending.kind != Kind::sleep) continue;
        choice.lazy.add(id);
        if (earliest < 0 || thread.deadline < threads_[earliest].deadline) earliest = id;
    }
    choice.standard = earliest;
    if (earliest >= 0) return true;
    for (int id = 0; id < thread_count_; ++id) {
        Thread& thread = threads_[id];
        if (thread.finished || !thread.parked) continue;
        thread.parked = false;
        thread.ready = nullptr;
        choice.ready.add(id);
    }
    if (choice.ready.empty()) return false;
    choice.standard = choice.ready.first();
    return true;
}

// What a scheduler without ideas does: stays with the thread, unless that gives way; then it takes
// the next one in the order of their numbers.
int Execution::standard_of(const ThreadChoice& choice, const Thread& self) const {
    if (!self.yielding) return choice.current >= 0 ? choice.current : choice.ready.first();
    for (int n = 1; n <= thread_count_; ++n) {
        const int id = (self.id + n) % thread_count_;
        if (choice.ready.has(id)) return id;
    }
    return choice.ready.first();
}

void Execution::begin_turn(const ThreadChoice& choice, int chosen, Thread* self) {
    Thread& next = threads_[chosen];
    self->yielding = false;
    if (next.sleeping) {
        next.sleeping = false;
        next.wake = choice.ready.empty() && next.timed ? Wake::late : Wake::early;
    }
    const bool preempts = choice.current >= 0 && chosen != choice.current && !choice.free;
    if (preempts) ++preemptions;
    recorder.begin_turn(preempts, chosen == choice.current);
    next.yielding = false;
    switch_to(next, self);
}

// The running thread has announced its next step, fallen asleep or come to its end: who goes on?
// Returns when it is the turn of `self` again.
//
// A thread that waits for nothing that others could notice goes on at once, and there is nothing
// to choose. All others that can take the step that they announced are ready; sleepers that may
// time out, or wake spuriously, before they have to are lazy. If nobody is ready, time passes; if
// nobody sleeps until a certain time, the execution stands still, and it is found out what that
// means. Otherwise the strategy takes one of the ready and lazy threads. To leave a thread that
// could have gone on is a preemption, unless it gave way itself.
void Execution::schedule(Thread* self) {
    if (recorder.keep_places && !self->finished) {
        self->place.clear();
        recorder.unwind(self->place);
    }
    ThreadChoice choice = {};
    choice.pending = PendingSteps(threads_);
    if (Thread* unnoticed = find_candidates(choice)) {
        switch_to(*unnoticed, self);
        return;
    }
    // Who gives way again, and nobody took a step since, lets the others go on.
    if (self->yielding && self->idle_yields && !self->finished) {
        choice.ready.remove(self->id);
        if (choice.ready.empty() && !any_timed_sleeper()) choice.ready.add(self->id);
    }
    choice.free = self->yielding;
    choice.current = choice.ready.has(self->id) ? self->id : -1;
    if (!choice.ready.empty()) {
        choice.standard = standard_of(choice, *self);
    } else if (!let_time_pass(choice)) {
        if (!wake_to_see()) stuck();
        schedule(self);
        return;
    }
    const int chosen = strategy_->pick_thread(choice);
    if (chosen < 0) stop(End::pruned);
    begin_turn(choice, chosen, self);
}

const Step& PendingSteps::operator[](int thread) const {
    return threads_[thread].pending;
}

}  // namespace interleave::runtime
