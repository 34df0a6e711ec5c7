// What can be picked where a recorded execution has stopped.
#include <map>

#include "interleave/search/describe.hpp"
#include "interleave/search/names.hpp"
#include "interleave/search/words.hpp"

namespace interleave::search {
namespace {

using runtime::execution;
using runtime::Kind;
using runtime::Thread;

// Where the thread waits for its turn. One that has had none stands where it was started.
std::vector<Frame> waiting_place(const Thread& thread) {
    std::vector<Frame> stack;
    for (const runtime::Call& call : thread.place)
        for (const Frame& frame : frames_at(call.code)) stack.push_back(frame);
    return stack.empty() ? start_of(thread.id) : stack;
}

// What the thread does next, if it is its turn.
Move next_of(const Thread& thread) {
    Move move;
    move.pick = move.thread = thread.id;
    const Kind kind = thread.pending.kind;
    move.action = kind == Kind::output  ? "print"
                  : kind == Kind::none  ? "go on"
                  : kind == Kind::await ? "load"
                                        : name_of(kind);
    if (thread.object && thread.pending.size > 0 && kind != Kind::output)
        move.object = name_of(thread.object->address);
    move.stack = waiting_place(thread);
    if (!thread.sleeping) return move;
    move.action = "wake";
    const bool may_be_spurious = thread.spurious && thread.spurious_left > 0;
    move.why = kind == Kind::sleep ? "its sleep is over"
               : !thread.timed     ? "a spurious wake-up"
               : may_be_spurious   ? "its time is over, or for no reason"
                                   : "its time is over";
    return move;
}

struct Oddity {
    const char *action, *usual, *odd;
};
const std::map<runtime::Question, Oddity> kOddities = {
    {runtime::Question::weak_failure, {"compare_exchange", "succeeds", "fails for no reason"}},
    {runtime::Question::wakes_at_once, {"wait", "sleeps until it is woken", "a spurious wake-up"}},
    {runtime::Question::why_early, {"wake", "its time is over", "a spurious wake-up"}},
};

// Who is woken, why somebody woke, or whether a weak compare-exchange fails for no reason.
void add_answers(Result& result, const Guided& guided) {
    const Thread& self = *execution.asker;
    if (execution.question == runtime::Question::who_wakes) {
        guided.waiters().for_each([&](int id) {
            Move move = next_of(execution.thread(id));
            move.action = "wake";
            move.why = "woken by " + name_of(self);
            result.moves.push_back(std::move(move));
        });
        return;
    }
    const auto [action, usual, odd] = kOddities.at(execution.question);
    for (const int pick : {0, 1}) {
        Move move;
        move.pick = pick;
        move.thread = self.id;
        move.action = action;
        move.why = pick ? odd : usual;
        move.stack = waiting_place(self);
        result.moves.push_back(std::move(move));
    }
}

}  // namespace

void describe_moves(Result& result, const Guided& guided) {
    for (ThreadInfo& info : result.threads) {
        const Thread& thread = execution.thread(info.id);
        if (thread.finished) continue;
        info.stack = waiting_place(thread);
        if (guided.ready().has(info.id)) info.state = "running";
    }
    if (guided.asked() == Guided::Asked::value) return add_answers(result, guided);
    (guided.ready() | guided.lazy()).for_each([&](int id) {
        result.moves.push_back(next_of(execution.thread(id)));
    });
}

}  // namespace interleave::search
