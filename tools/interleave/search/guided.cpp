#include "interleave/runtime/execution.hpp"
#include "interleave/search/strategies.hpp"

namespace interleave::search {

using runtime::execution;

bool Guided::prepare() {
    next_ = 0;
    asked_ = Asked::nothing;
    return true;
}

int Guided::pick_thread(const ThreadChoice& choice) {
    const ThreadSet all = choice.ready | choice.lazy;
    if (all.size() == 1 || execution.probing()) return choice.standard;
    if (next_ == picks_.size() && to_the_end_) return choice.standard;
    if (next_ < picks_.size()) {
        const int wanted = picks_[next_];
        if (wanted >= 0 && wanted < execution.thread_count() && all.has(wanted)) {
            ++next_;
            return wanted;
        }
    }
    asked_ = Asked::turn;
    ready_ = choice.ready;
    lazy_ = choice.lazy;
    return -1;
}

int Guided::pick_value(int count) {
    if (execution.probing() || (next_ == picks_.size() && to_the_end_)) return 0;
    waiters_ = execution.asked_about;
    if (next_ < picks_.size()) {
        for (int value = 0; value < count; ++value) {
            const int meant = waiters_.empty() ? value : waiters_.at(value);
            if (picks_[next_] != meant) continue;
            ++next_;
            return value;
        }
    }
    asked_ = Asked::value;
    return -1;
}

}  // namespace interleave::search
