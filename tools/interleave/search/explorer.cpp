#include "interleave/search/explorer.hpp"

#include "interleave/runtime/outside.hpp"
#include "interleave/search/names.hpp"

namespace interleave::search {

using runtime::execution;

namespace {

constexpr std::size_t kMaxDistinct = 1'000'000;
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

}  // namespace interleave::search
