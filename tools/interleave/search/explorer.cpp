#include "interleave/search/explorer.hpp"

#include <algorithm>
#include <cstring>

#include "interleave/runtime/outside.hpp"
#include "interleave/search/names.hpp"

namespace interleave::search {

using runtime::execution;

namespace {

constexpr std::size_t kMaxDistinct = 1'000'000;
constexpr std::uint64_t kStepsToMinimise = 2'000'000;
runtime::Vector<char> outcome;

}  // namespace

void set_outcome(const std::string& text) {
    outcome.clear();
    for (char c : text) outcome.push_back(c);
}

std::string take_outcome() {
    std::string text(outcome.begin(), outcome.end());
    outcome.clear();
    return text;
}

Explorer::Explorer(const Options& options, bool collect)
    : options_(options), collect_(collect), start_(std::chrono::steady_clock::now()) {
    execution.limits.spurious = options.spurious;
    execution.limits.futex_spurious = options.futex_spurious;
    execution.limits.timeouts = options.timeouts;
    execution.limits.steps = options.max_length;
    execution.limits.races_fail = options.races && !collect;
    execution.limits.leaks_fail = options.leaks && !collect;
    execution.plain_steps = !execution.limits.races_fail;
    result_.seed = options.seed;
    set_own(options.own);
}

// Steps are the same on every machine, time is not.
bool Explorer::out_of_steps() const {
    return options_.max_steps > 0 && steps_ >= options_.max_steps;
}

bool Explorer::out_of_time() const {
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start_;
    return options_.max_seconds > 0 && spent.count() > options_.max_seconds;
}

// Takes an execution into account; true if it ends the search.
bool Explorer::count(End end) {
    if (end != End::complete && end != End::failed) return false;
    ++result_.executions;
    if (traces_.size() < kMaxDistinct) traces_.insert(execution.trace_hash());
    if (reads_.size() < kMaxDistinct) reads_.insert(execution.reads_hash());
    if (collect_) {
        note_outcome(end);
        return false;
    }
    return end == End::failed;
}

void Explorer::note_outcome(End end) {
    std::string value;
    if (end == End::failed) {
        value = std::string("(") + to_string(execution.failure.verdict) + ")";
    } else {
        value = runtime::exit_ends_program
                    ? std::string(runtime::output.begin(), runtime::output.end())
                    : take_outcome();
    }
    Outcome& seen = outcomes_[value];
    if (seen.executions++ == 0) {
        seen.value = value;
        seen.schedule = write_token(run_again(last_schedule()), execution.plain_steps);
    }
}

Explorer::Search Explorer::search(Strategy& strategy, std::uint64_t most) {
    for (std::uint64_t n = 0; n < most && result_.executions < options_.max_executions; ++n) {
        if (!strategy.prepare()) return Search::finished;
        const End end = execution.run(strategy);
        steps_ += execution.steps_taken;
        const bool widened = execution.widened();  // before an outcome is run once more
        if (count(end)) {
            failing_ = last_schedule();
            return Search::found;
        }
        if (strategy.diverged()) {
            result_.verdict = Verdict::not_repeatable;
            return Search::found;
        }
        strategy.ended(widened ? End::widened : end);
        if (out_of_steps() || ((n & 255) == 255 && out_of_time())) return Search::out_of_budget;
    }
    return Search::out_of_budget;
}

Explorer::Search Explorer::search_bounded(int bound, std::uint64_t most) {
    Bounded bounded(bound);
    result_.mode = "bounded";
    result_.bound = bound;
    return search(bounded, most);
}

Explorer::Search Explorer::search_dpor(Dpor& dpor, std::uint64_t most) {
    result_.mode = "dpor";
    result_.bound = -1;
    return search(dpor, most);
}

// SURW and PCT in turn, so that neither one's blind spot hides a bug.
Explorer::Search Explorer::sample(std::uint64_t most) {
    result_.bound = -1;
    Surw surw(options_.seed);
    Pct pct(options_.seed, 3);
    constexpr std::uint64_t kTurn = 250;
    for (std::uint64_t n = 0; n < most; n += 2 * kTurn) {
        for (Strategy* strategy : {static_cast<Strategy*>(&surw), static_cast<Strategy*>(&pct)}) {
            result_.mode = strategy == &pct ? "pct" : "surw";
            if (search(*strategy, kTurn) == Search::found) return Search::found;
            if (out_of_steps() || out_of_time() || result_.executions >= options_.max_executions)
                return Search::out_of_budget;
        }
    }
    return Search::out_of_budget;
}

void Explorer::automatic() {
    if (search_bounded(0, 100) == Search::found) return;
    if (search_bounded(1, 500) == Search::found) return;
    // The counts are those of the search that ends: every class of executions once.
    Dpor dpor;
    traces_.clear();
    reads_.clear();
    Search searched = search_dpor(dpor, 1500);
    if (searched == Search::out_of_budget && !dpor.finished()) {
        if (sample(3000) == Search::found) return;
        searched = search_dpor(dpor, options_.max_executions / 2);
    }
    if (searched == Search::found) return;
    if (searched == Search::finished) {
        result_.exhausted = true;
        return;
    }
    sample(options_.max_executions);
}

void Explorer::one_mode() {
    const std::uint64_t all =
        options_.max_executions * 4;  // executions that are cut short included
    switch (options_.mode) {
        case Mode::automatic:
            automatic();
            break;
        case Mode::bounded:
            for (int bound = 0; bound <= options_.bound; ++bound) {
                const Search searched = search_bounded(bound, all);
                result_.exhausted = searched == Search::finished;
                if (searched != Search::finished) break;
            }
            break;
        case Mode::dpor: {
            Dpor dpor;
            result_.exhausted = search_dpor(dpor, all) == Search::finished;
            break;
        }
        case Mode::surw: {
            Surw surw(options_.seed);
            result_.mode = "surw";
            search(surw, options_.max_executions);
            break;
        }
        case Mode::pct: {
            Pct pct(options_.seed, 3);
            result_.mode = "pct";
            search(pct, options_.max_executions);
            break;
        }
        case Mode::random: {
            RandomWalk walk(options_.seed);
            result_.mode = "random";
            search(walk, options_.max_executions);
            break;
        }
    }
}

Result Explorer::run() {
    if (options_.step_through) {
        step_through();
    } else if (!options_.schedule.empty()) {
        replay_token();
    } else {
        one_mode();
        if (result_.verdict == Verdict::not_repeatable) {
            result_.message = "execution " + std::to_string(result_.executions) +
                              " differs from the one before it under the same schedule: the body "
                              "depends on something that an execution leaves behind";
        } else if (!failing_.order.empty() || !failing_.values.empty() ||
                   execution.failure.verdict != Verdict::passed) {
            if (!collect_) report_failure();
        }
    }
    result_.traces = traces_.size();
    result_.reads_from = reads_.size();
    for (auto& [value, seen] : outcomes_) result_.outcomes.push_back(seen);
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start_;
    result_.seconds = spent.count();
    return result_;
}

// --- what is done with a failure ---

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
    Recorder recorder(replay);
    recorder.prepare();
    execution.run(recorder);
    return recorder.deviations();
}

// Takes blocks of steps away, or lets neighbours change places, while the failure stays.
void Explorer::minimise() {
    const Verdict verdict = execution.failure.verdict;
    // A loop that never ends is found by waiting: once is enough.
    if (verdict == Verdict::livelock && execution.steps_taken == 0) return;
    if (!leads_to(failing_, verdict)) return;
    const auto weight = [](const Schedule& schedule) {
        std::size_t switches = 0;
        for (std::size_t i = 1; i < schedule.order.size(); ++i)
            switches += schedule.order[i] != schedule.order[i - 1];
        return std::tuple(execution.preemptions, switches, schedule.order.size());
    };
    Schedule best = last_schedule();
    auto least = weight(best);
    int trials = verdict == Verdict::livelock ? 20 : 400;
    const std::uint64_t most_steps = steps_ + kStepsToMinimise;
    const auto may_try = [&] { return trials > 0 && steps_ < most_steps; };
    const auto try_schedule = [&](const Schedule& schedule) {
        --trials;
        if (!leads_to(schedule, verdict)) return false;
        Schedule got = last_schedule();
        const auto its = weight(got);
        if (its >= least) return false;
        best = std::move(got);
        least = its;
        return true;
    };
    if (best.order.size() > 20'000) return;
    try_schedule({});
    for (bool better = true; better && may_try();) {
        better = false;
        std::vector<std::size_t> begins;
        for (std::size_t i = 0; i < best.order.size(); ++i)
            if (i == 0 || best.order[i] != best.order[i - 1]) begins.push_back(i);
        begins.push_back(best.order.size());
        for (std::size_t block = 0; block + 1 < begins.size() && !better && may_try(); ++block) {
            const auto at = [&](std::size_t n) {
                return best.order.begin() + static_cast<std::ptrdiff_t>(begins[n]);
            };
            Schedule without = best;
            without.order.assign(best.order.begin(), at(block));
            without.order.insert(without.order.end(), at(block + 1), best.order.end());
            better = try_schedule(without);
            if (better || block + 2 >= begins.size()) continue;
            Schedule swapped = best;
            swapped.order.assign(best.order.begin(), at(block));
            swapped.order.insert(swapped.order.end(), at(block + 1), at(block + 2));
            swapped.order.insert(swapped.order.end(), at(block), at(block + 1));
            swapped.order.insert(swapped.order.end(), at(block + 2), best.order.end());
            better = try_schedule(swapped);
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
    execution.recording = true;
    Deviating deviating(deviations);
    deviating.prepare();
    execution.run(deviating);
    execution.recording = false;
    result_.preemptions = execution.preemptions;
    describe_execution(result_);
}

// Before an execution is recorded that ends as the last one did.
void Explorer::watch_failure() {
    const runtime::Failure& failure = execution.failure;
    if (failure.verdict == Verdict::data_race || failure.verdict == Verdict::use_after_scope) {
        execution.watched = failure.address;
        execution.watched_size = failure.size;
    }
    if (failure.verdict == Verdict::leak) execution.watched_block = failure.block->serial;
    execution.known_verdict = failure.verdict;
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
    execution.recording = true;
    deviating.prepare();
    const End end = execution.run(deviating);
    execution.recording = false;
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
    execution.recording = execution.keep_places = true;
    const End end = run();
    execution.recording = execution.keep_places = false;
    result_.executions = 1;
    result_.verdict = execution.failure.verdict;
    result_.preemptions = execution.preemptions;
    result_.picked = guided.picked();
    describe_execution(result_);
    if (end == End::pruned) describe_moves(result_, guided);
}

}  // namespace interleave::search
