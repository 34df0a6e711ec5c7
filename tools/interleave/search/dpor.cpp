#include <algorithm>
#include <cstring>

#include "interleave/search/strategies.hpp"

namespace interleave::search {
namespace {

using runtime::Kind;

bool takes_lock(Kind kind) {
    return kind == Kind::lock || kind == Kind::read_lock || kind == Kind::timed_lock ||
           kind == Kind::timed_read_lock;
}
bool frees_lock(const Step& step) {
    return step.kind == Kind::unlock || step.kind == Kind::read_unlock || step.kind == Kind::wait;
}

}  // namespace

void Dpor::restart() {
    nodes_.clear();
    first_ = true;
    finished_ = false;
}

bool Dpor::prepare() {
    depth_ = 0;
    sleep_ = {};
    last_node_ = -1;
    events_.clear();
    taken_events_ = 0;
    diverged_ = false;
    if (first_) {
        first_ = false;
        branch_ = 0;
        return true;
    }
    while (!nodes_.empty()) {
        Node& node = nodes_.back();
        if (node.values) {
            if (node.chosen + 1 < node.values) {
                ++node.chosen;
                branch_ = nodes_.size() - 1;
                return true;
            }
        } else {
            node.done.add(node.chosen);
            const ThreadSet open = node.backtrack.without(node.done | node.sleep);
            if (!open.empty()) {
                node.chosen = static_cast<std::int16_t>(open.first());
                branch_ = nodes_.size() - 1;
                return true;
            }
        }
        nodes_.pop_back();
    }
    finished_ = true;
    return false;
}

void Dpor::ended(End end) {
    if (end == End::widened) {
        restart();
        return;
    }
    find_races();
    if (end == End::failed) reverse_failure();
}

int Dpor::pick_thread(const ThreadChoice& choice) {
    const ThreadSet all = choice.ready | choice.lazy;
    const std::uint64_t check = check_of(choice);
    pending_ = choice.pending;
    last_node_ = static_cast<int>(depth_);
    if (depth_ < nodes_.size()) {
        Node& node = nodes_[depth_++];
        if (node.check != check) diverged_ = true;
        sleep_ = node.sleep | node.done;
        if (diverged_ && !all.has(node.chosen)) return choice.standard;
        return node.chosen;
    }
    Node node = {};
    node.enabled = all;
    node.check = check;
    node.sleep = sleep_ & all;
    const ThreadSet awake = all.without(sleep_);
    if (awake.empty()) return -1;
    const ThreadSet awake_ready = awake & choice.ready;
    const int chosen = awake.has(choice.standard) ? choice.standard
                       : !awake_ready.empty()     ? awake_ready.first()
                                                  : awake.first();
    node.chosen = static_cast<std::int16_t>(chosen);
    node.backtrack.add(chosen);
    nodes_.push_back(node);
    ++depth_;
    return chosen;
}

int Dpor::pick_value(int count) {
    if (depth_ < nodes_.size()) {
        const Node& node = nodes_[depth_++];
        if (node.values != count) diverged_ = true;
        return node.chosen < count ? node.chosen : 0;
    }
    Node node = {};
    node.values = static_cast<std::int16_t>(count);
    nodes_.push_back(node);
    ++depth_;
    return 0;
}

void Dpor::took(int thread, const Step& step) {
    // Threads stay asleep until a step that they depend on is taken.
    sleep_.remove(thread);
    if (step.kind != Kind::start && step.kind != Kind::join) {
        sleep_.for_each([&](int id) {
            if (pending_[id].depends_on(step)) sleep_.remove(id);
        });
    }
    log(thread, step, last_node_);
    last_node_ = -1;
    taken_events_ = events_.size();
}

void Dpor::left(int thread, const Step& step) {
    log(thread, step, -1);
}

void Dpor::log(int thread, const Step& step, int node) {
    Event event = {};
    event.step = step;
    event.thread = static_cast<std::int16_t>(thread);
    event.node = node;
    event.taken = -1;
    events_.push_back(event);
}

// --- after the execution: which steps raced, and where another order has to begin ---

void Dpor::find_races() {
    width_ = 1;
    for (const Event& event : events_) {
        if (static_cast<std::size_t>(event.thread) >= width_) width_ = event.thread + 1;
        if (event.step.peer >= width_) width_ = event.step.peer + 1u;
    }
    clocks_.resize(events_.size() * width_);
    last_of_.resize(width_);
    for (std::int32_t& last : last_of_) last = -1;
    std::size_t seen = 0;  // events before the first new choice raced in earlier executions
    for (std::size_t i = 0; i < events_.size(); ++i)
        if (events_[i].node >= 0 && static_cast<std::size_t>(events_[i].node) < branch_)
            seen = i + 1;
    for (std::size_t i = 0; i < events_.size(); ++i) process(i, i >= seen);
}

// A failure ends the execution for everybody. Where failures are outcomes the search goes on, and
// what the others would have done is still to come before the step that led to it.
void Dpor::reverse_failure() {
    std::size_t last = taken_events_;
    while (last > 0 && events_[last - 1].node < 0) --last;
    if (last == 0) return;
    for (std::size_t i = taken_events_; i < events_.size(); ++i)
        if (events_[i].thread != events_[last - 1].thread) reverse(last - 1, i);
}

void Dpor::merge(std::size_t into, std::size_t from) {
    std::uint32_t* mine = &clocks_[into * width_];
    const std::uint32_t* theirs = clock(from);
    for (std::size_t i = 0; i < width_; ++i)
        if (theirs[i] > mine[i]) mine[i] = theirs[i];
}

// Gives the event its clock: for each thread, the number of the last event of it that came before
// this one in every order of the same class. Those are the earlier events of its own thread, what
// started that thread, the thread that it joined, and all events that it depends on, with all that
// came before them. An event that it depends on, and that nothing else puts before it, races with
// it: the other order is another class, and some execution has to show it.
void Dpor::process(std::size_t index, bool look_for_races) {
    Event& event = events_[index];
    std::uint32_t* mine = &clocks_[index * width_];
    event.previous = last_of_[event.thread];
    if (event.previous >= 0) {
        std::memcpy(mine, clock(event.previous), width_ * sizeof *mine);
    } else {
        std::memset(mine, 0, width_ * sizeof *mine);
    }
    if (event.step.kind == Kind::start) {
        last_of_[event.step.peer] = static_cast<std::int32_t>(index);
    } else if (event.step.kind == Kind::join) {
        if (last_of_[event.step.peer] >= 0) merge(index, last_of_[event.step.peer]);
    } else {
        order_after_conflicts(index, look_for_races);
        if (frees_lock(event.step)) event.taken = lock_of(index);
    }
    if (index >= taken_events_) return;  // it could not happen any more
    mine[event.thread] = static_cast<std::uint32_t>(index) + 1;
    last_of_[event.thread] = static_cast<std::int32_t>(index);
}

void Dpor::order_after_conflicts(std::size_t index, bool look_for_races) {
    const Event& event = events_[index];
    const std::uint32_t* mine = clock(index);
    const bool locks = takes_lock(event.step.kind);
    for (std::size_t at = std::min(index, taken_events_); at-- > 0;) {
        const Event& before = events_[at];
        if (before.thread == event.thread || before.step.kind == Kind::start ||
            before.step.kind == Kind::join || !before.step.depends_on(event.step))
            continue;
        std::size_t rival = at;
        if (locks && frees_lock(before.step) &&
            (before.step.address == event.step.address ||
             before.step.mutex == event.step.address)) {
            // A lock cannot come between a lock and its release: what could have been the other
            // way round are the two locks.
            if (before.taken < 0) continue;
            rival = static_cast<std::size_t>(before.taken);
        }
        if (happens_before(rival, mine)) continue;
        if (look_for_races) reverse(rival, index);
        merge(index, at);
    }
}

// The event that took the lock which this one releases; -1 if none did.
std::int32_t Dpor::lock_of(std::size_t release) const {
    const Event& event = events_[release];
    const std::uintptr_t mutex =
        event.step.kind == Kind::wait ? event.step.mutex : event.step.address;
    for (std::size_t at = release; at-- > 0;) {
        const Event& before = events_[at];
        if (before.thread != event.thread || before.step.address != mutex) continue;
        return frees_lock(before.step) ? -1 : static_cast<std::int32_t>(at);
    }
    return -1;
}

// Makes sure that some execution takes the later step before the earlier one.
void Dpor::reverse(std::size_t earlier, std::size_t later) {
    const std::int32_t at = events_[earlier].node;
    if (at < 0 || static_cast<std::size_t>(at) >= nodes_.size()) return;
    Node& node = nodes_[at];
    if (node.values) return;
    // The threads that can come first in an execution that has the later step, and all that it
    // needs, before the earlier one.
    ThreadSet initials, seen;
    first_in_.clear();
    const auto consider = [&](std::size_t index) {
        const Event& event = events_[index];
        if (seen.has(event.thread)) return;
        seen.add(event.thread);
        const std::uint32_t* before = index == later ? clock(later) : clock(index);
        for (std::size_t other : first_in_)
            if (happens_before(other, before)) {
                first_in_.push_back(index);
                return;
            }
        first_in_.push_back(index);
        initials.add(event.thread);
    };
    for (std::size_t i = earlier + 1; i < later && i < taken_events_; ++i) {
        const Step& step = events_[i].step;
        if (events_[i].thread == events_[earlier].thread) continue;
        if (step.kind == Kind::start || step.kind == Kind::join) continue;
        if (clock(i)[events_[earlier].thread] > earlier) continue;  // comes after the earlier one
        consider(i);
    }
    consider(later);
    if (!(initials & node.backtrack).empty()) return;
    const ThreadSet possible = initials & node.enabled;
    if (possible.empty()) {
        node.backtrack = node.backtrack | node.enabled;
    } else {
        const ThreadSet awake = possible.without(node.sleep | node.done);
        node.backtrack.add(awake.empty() ? possible.first() : awake.first());
    }
}

}  // namespace interleave::search
