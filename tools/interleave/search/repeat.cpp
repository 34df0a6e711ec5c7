// Schedules that are run again: a failure that is made plainer and recorded, the token of an
// earlier one, and the choices of somebody who steps through.
#include <algorithm>
#include <tuple>

#include "interleave/runtime/outside.hpp"
#include "interleave/search/describe.hpp"
#include "interleave/search/explorer.hpp"

namespace interleave::search {

using runtime::execution;
using runtime::recorder;

namespace {

constexpr std::uint64_t kStepsToMinimise = 2'000'000;
constexpr std::size_t kLongestToMinimise = 20'000;

using Order = std::vector<std::uint8_t>;

// Of the schedule that was run last.
auto weight_of(const Order& order) {
    std::size_t switches = 0;
    for (std::size_t i = 1; i < order.size(); ++i) switches += order[i] != order[i - 1];
    return std::tuple(execution.preemptions, switches, order.size());
}

// Where each block begins, and the end.
std::vector<std::size_t> blocks_of(const Order& order) {
    std::vector<std::size_t> begins;
    for (std::size_t i = 0; i < order.size(); ++i)
        if (i == 0 || order[i] != order[i - 1]) begins.push_back(i);
    begins.push_back(order.size());
    return begins;
}

Order without(Order order, const std::vector<std::size_t>& begins, std::size_t block) {
    const auto at = [&](std::size_t n) {
        return order.begin() + static_cast<std::ptrdiff_t>(begins[n]);
    };
    order.erase(at(block), at(block + 1));
    return order;
}

// With the block after the one that follows it.
Order exchanged(Order order, const std::vector<std::size_t>& begins, std::size_t block) {
    const auto at = [&](std::size_t n) {
        return order.begin() + static_cast<std::ptrdiff_t>(begins[n]);
    };
    std::rotate(at(block), at(block + 1), at(block + 2));
    return order;
}

}  // namespace

Explorer::Schedule Explorer::last_schedule() const {
    return {{execution.order.begin(), execution.order.end()},
            {execution.values.begin(), execution.values.end()}};
}

bool Explorer::leads_to(const Schedule& schedule, Verdict verdict) {
    Replay replay(true);
    replay.set(schedule.order, schedule.values);
    replay.prepare();
    const End end = execution.run(replay);
    steps_ += execution.steps_taken;
    return end == End::failed && execution.failure.verdict == verdict;
}

std::vector<Deviation> Explorer::run_again(const Schedule& schedule) {
    Replay replay(false);
    replay.set(schedule.order, schedule.values);
    DeviationLog log(replay);
    log.prepare();
    execution.run(log);
    return log.deviations();
}

// Makes the schedule plainer while it leads to the same verdict: fewer preemptions, then fewer
// switches, then fewer steps. A block is what a thread does between two switches. Each round runs
// the best schedule so far without one of its blocks, or with two neighbours exchanged, which joins
// them to the blocks of the same threads around them. A schedule is followed as far as it goes, so
// any order is worth a trial; what counts is the one that was run. The first better one begins the
// next round. When a whole round finds none, or the trials or steps are used up, the best stays.
void Explorer::minimise() {
    const Verdict verdict = execution.failure.verdict;
    // A loop that never ends is found by waiting: once is enough.
    if (verdict == Verdict::livelock && execution.steps_taken == 0) return;
    if (!leads_to(failing_, verdict)) return;
    Schedule best = last_schedule();
    auto least = weight_of(best.order);
    if (best.order.size() > kLongestToMinimise) return;
    int trials = verdict == Verdict::livelock ? 20 : 400;
    const std::uint64_t most_steps = steps_ + kStepsToMinimise;
    const auto may_try = [&] { return trials > 0 && steps_ < most_steps; };
    const auto try_schedule = [&](const Schedule& schedule) {
        --trials;
        if (!leads_to(schedule, verdict)) return false;
        Schedule got = last_schedule();
        const auto its = weight_of(got.order);
        if (its >= least) return false;
        best = std::move(got);
        least = its;
        return true;
    };
    try_schedule({});
    for (bool better = true; better && may_try();) {
        better = false;
        const std::vector<std::size_t> begins = blocks_of(best.order);
        for (std::size_t block = 0; block + 1 < begins.size() && !better && may_try(); ++block) {
            better = try_schedule({without(best.order, begins, block), best.values});
            if (better || block + 2 >= begins.size()) continue;
            better = try_schedule({exchanged(best.order, begins, block), best.values});
        }
    }
    failing_ = best;
}

void Explorer::report_failure() {
    const Verdict verdict = execution.failure.verdict;
    result_.verdict = verdict;
    minimise();
    const std::vector<Deviation> deviations = run_again(failing_);
    if (execution.failure.verdict != verdict) {
        result_.verdict = Verdict::not_repeatable;
        result_.message = std::string("the schedule that led to ") + to_string(verdict) +
                          " led to " + to_string(execution.failure.verdict) +
                          " when it was repeated";
        return;
    }
    result_.schedule = write_token(deviations, execution.plain_steps);
    watch_failure();
    recorder.on = true;
    Deviating deviating(deviations);
    deviating.prepare();
    execution.run(deviating);
    recorder.on = false;
    result_.preemptions = execution.preemptions;
    describe_execution(result_);
}

// Before an execution is recorded that ends as the last one did.
void Explorer::watch_failure() {
    const runtime::Failure& failure = execution.failure;
    if (failure.verdict == Verdict::data_race || failure.verdict == Verdict::use_after_scope) {
        recorder.watched = failure.address;
        recorder.watched_size = failure.size;
    }
    if (failure.verdict == Verdict::leak) recorder.watched_block = failure.block->serial;
    recorder.known_verdict = failure.verdict;
}

void Explorer::replay_token() {
    bool plain_steps = false;
    const std::vector<Deviation> deviations = read_token(options_.schedule, plain_steps);
    execution.plain_steps = plain_steps;
    execution.limits.races_fail = !plain_steps;
    Deviating deviating(deviations);
    result_.mode = "replay";
    deviating.prepare();
    execution.run(deviating);
    watch_failure();
    recorder.on = true;
    deviating.prepare();
    const End end = execution.run(deviating);
    recorder.on = false;
    count(end);
    result_.verdict = execution.failure.verdict;
    result_.preemptions = execution.preemptions;
    result_.schedule = options_.schedule;
    if (deviating.diverged()) {
        result_.verdict = Verdict::not_repeatable;
        result_.message = "the schedule does not fit the program any more";
        return;
    }
    describe_execution(result_);
}

// Which steps another thread can notice is found out while searching. A search that goes on after
// failures, with a bound that does not depend on the clock, finds out the same each time.
void Explorer::learn_what_is_shared() {
    collect_ = true;
    search_bounded(0, 100);
    search_bounded(1, 500);
    Dpor dpor;
    search_dpor(dpor, 1500);
    collect_ = false;
    outcomes_.clear();
    traces_.clear();
    reads_.clear();
    take_outcome();
}

void Explorer::step_through() {
    learn_what_is_shared();
    result_ = {};
    result_.mode = "step";
    Guided guided(options_.picks, options_.to_the_end);
    const auto run = [&] {
        End end = End::widened;
        while (end == End::widened) {
            guided.prepare();
            end = execution.run(guided);
        }
        return end;
    };
    run();
    watch_failure();
    recorder.on = recorder.keep_places = true;
    const End end = run();
    recorder.on = recorder.keep_places = false;
    result_.executions = 1;
    result_.verdict = execution.failure.verdict;
    result_.preemptions = execution.preemptions;
    result_.picked = guided.picked();
    describe_execution(result_);
    if (end == End::pruned) describe_moves(result_, guided);
}

}  // namespace interleave::search
