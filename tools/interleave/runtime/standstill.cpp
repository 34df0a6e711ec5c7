// What it means when no thread can go on.
#include "interleave/runtime/execution.hpp"

namespace interleave::runtime {

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
    failure.stuck = true;
    fail(failure.verdict, failure.text);
}

// Whether a wake-up is what is missing: everybody who sleeps is woken. Who gets on then slept
// through a change that nobody told; who goes back to sleep waits for something that does not
// happen.
bool Execution::wake_to_see() {
    if (recorder.on || probing_) return false;
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
    if (recorder.known_verdict != Verdict::lost_wakeup) return;
    for (int id = 0; id < thread_count_; ++id) {
        const Thread& thread = threads_[id];
        if (thread.finished || !thread.sleeping || !thread.object) continue;
        failure.verdict = Verdict::lost_wakeup;
        failure.thread = id;
        failure.object = thread.object;
        if (thread.object->missed) return;
    }
}

}  // namespace interleave::runtime
