// Searches that draw schedules at random, for what is too big to be searched whole.
#include <algorithm>

#include "interleave/search/strategies.hpp"

namespace interleave::search {

// --- a random walk ---

int RandomWalk::pick_thread(const ThreadChoice& choice) {
    const ThreadSet all = choice.ready | choice.lazy;
    return all.at(random_.below(all.size()));
}

// --- PCT ---

bool Pct::prepare() {
    for (std::int64_t& priority : priority_)
        priority = depth_ + static_cast<std::int64_t>(random_.next() >> 2);
    for (int i = 1; i < depth_; ++i) change_at_[i] = 1 + random_.below(longest_);
    steps_ = 0;
    return true;
}

void Pct::ended(End) {
    longest_ = std::max(longest_, steps_);
}

int Pct::pick_thread(const ThreadChoice& choice) {
    const ThreadSet all = choice.ready | choice.lazy;
    const auto most_urgent = [&] {
        int best = -1;
        all.for_each([&](int thread) {
            if (best < 0 || priority_[thread] > priority_[best]) best = thread;
        });
        return best;
    };
    ++steps_;
    int chosen = most_urgent();
    for (int i = 1; i < depth_; ++i) {
        if (change_at_[i] != steps_) continue;
        priority_[chosen] = depth_ - i;
        chosen = most_urgent();
    }
    // A thread that gives way means it: the others come first.
    if (choice.free && chosen == choice.current && all.size() > 1) {
        priority_[chosen] = 0;
        chosen = most_urgent();
    }
    return chosen;
}

// --- SURW ---

bool Surw::interesting(const Step& step) const {
    return all_selected_ ? step.size != 0 : step.address == selected_ || step.mutex == selected_;
}

bool Surw::prepare() {
    profiling_ = !profiled_;
    intended_ = -1;
    for (std::uint32_t& left : left_) left = 0;
    if (profiling_) return true;
    // One object, or now and then all of them.
    all_selected_ = counts_.empty() || random_.below(4) == 0;
    selected_ =
        all_selected_ ? 0 : counts_[random_.below(static_cast<int>(counts_.size()))].address;
    for (const Count& count : counts_) {
        if (!all_selected_ && count.address != selected_) continue;
        for (int thread = 0; thread < runtime::kMaxThreads; ++thread)
            left_[thread] += count.steps[thread];
    }
    return true;
}

void Surw::ended(End end) {
    if (profiling_ && end != End::widened) profiled_ = true;
    if (profiling_ && end == End::widened) counts_.clear();
}

void Surw::took(int thread, const Step& step) {
    if (step.size == 0) return;
    if (profiling_) {
        for (Count& count : counts_) {
            if (count.address != step.address) continue;
            ++count.steps[thread];
            return;
        }
        Count count = {};
        count.address = step.address;
        count.steps[thread] = 1;
        counts_.push_back(count);
        return;
    }
    if (!interesting(step)) return;
    if (left_[thread]) --left_[thread];
    if (thread == intended_) intended_ = -1;
}

void Surw::choose_intended(const ThreadSet& alive) {
    std::uint64_t total = 0;
    alive.for_each([&](int thread) { total += left_[thread] + 1; });
    std::uint64_t pick = random_.next() % total;
    alive.for_each([&](int thread) {
        const std::uint64_t weight = left_[thread] + 1;
        if (intended_ < 0 && pick < weight) intended_ = thread;
        pick -= intended_ < 0 ? weight : 0;
    });
}

int Surw::pick_thread(const ThreadChoice& choice) {
    const ThreadSet all = choice.ready | choice.lazy;
    if (profiling_) return choice.standard;
    if (intended_ < 0 || !all.has(intended_)) {
        intended_ = -1;
        choose_intended(all);
    }
    // Everybody may go on but those whose next step is of interest and whose turn it is not.
    ThreadSet candidates;
    all.for_each([&](int thread) {
        if (thread == intended_ || !interesting(choice.pending[thread])) candidates.add(thread);
    });
    return candidates.at(random_.below(candidates.size()));
}

}  // namespace interleave::search
