#include "interleave/search/strategies.hpp"

namespace interleave::search {

void Replay::set(std::span<const std::uint8_t> order, std::span<const std::uint8_t> values) {
    order_.clear();
    for (std::uint8_t thread : order) order_.push_back(thread);
    values_.clear();
    for (std::uint8_t value : values) values_.push_back(value);
}

bool Replay::prepare() {
    next_ = 0;
    next_value_ = 0;
    diverged_ = false;
    return true;
}

int Replay::pick_thread(const ThreadChoice& choice) {
    const ThreadSet all = choice.ready | choice.lazy;
    if (!loose_) {
        if (next_ >= order_.size()) return choice.standard;
        if (all.has(order_[next_])) return order_[next_];
        diverged_ = true;
        return choice.standard;
    }
    for (std::size_t at = next_; at < order_.size(); ++at)
        if (all.has(order_[at])) return order_[at];
    return choice.standard;
}

int Replay::pick_value(int count) {
    if (next_value_ >= values_.size()) return 0;
    const int value = values_[next_value_++];
    if (value >= count) diverged_ = true;
    return value < count ? value : 0;
}

void Replay::took(int thread, const Step& step) {
    if (step.kind == runtime::Kind::start || step.kind == runtime::Kind::join) return;
    if (loose_) {
        // A step that was to come later is not to be repeated then.
        std::size_t at = next_;
        while (at < order_.size() && order_[at] != thread) ++at;
        if (at == order_.size()) return;
        if (at == next_) {
            ++next_;
        } else {
            order_.erase(at);
        }
    } else {
        ++next_;
    }
}

}  // namespace interleave::search
