#include "interleave/search/strategies.hpp"

namespace interleave::search {

std::uint64_t check_of(const ThreadChoice& choice) {
    const ThreadSet all = choice.ready | choice.lazy;
    std::uint64_t check = all.hash() * 31 + static_cast<std::uint64_t>(choice.current + 2) * 7 +
                          (choice.free ? 1 : 0);
    all.for_each([&](int thread) {
        const Step& step = choice.pending[thread];
        check = (check ^ step.address ^ static_cast<std::uint64_t>(step.kind) << 56) *
                0x9e3779b97f4a7c15u;
        check ^= check >> 31;
    });
    return check;
}

void Bounded::restart() {
    nodes_.clear();
    first_ = true;
    finished_ = false;
}

bool Bounded::prepare() {
    depth_ = 0;
    diverged_ = false;
    if (first_) {
        first_ = false;
        return true;
    }
    while (!nodes_.empty()) {
        Node& node = nodes_.back();
        while (!node.rest.empty()) {
            const int next = node.rest.first();
            node.rest.remove(next);
            const int cost = cost_of(node, next);
            if (node.spent + cost > bound_) continue;
            node.chosen = static_cast<std::int16_t>(next);
            node.cost = static_cast<std::int16_t>(cost);
            return true;
        }
        nodes_.pop_back();
    }
    finished_ = true;
    return false;
}

void Bounded::ended(End end) {
    if (end == End::widened) restart();
}

int Bounded::cost_of(const Node& node, int chosen) const {
    if (node.value) return chosen == 0 ? 0 : 1;
    if (node.lazy.has(chosen)) return 1;
    return node.current >= 0 && chosen != node.current && !node.free ? 1 : 0;
}

// The choice at this depth of an earlier execution, or -1 if there is none.
int Bounded::replay(std::uint64_t check) {
    if (depth_ == nodes_.size()) return -1;
    const Node& node = nodes_[depth_++];
    if (node.check != check) diverged_ = true;
    return node.chosen;
}

int Bounded::pick_thread(const ThreadChoice& choice) {
    const ThreadSet lazy = choice.ready.empty() ? ThreadSet{} : choice.lazy;
    const ThreadSet all = choice.ready | choice.lazy;
    if (all.size() == 1) return choice.standard;
    const std::uint64_t check = check_of(choice);
    if (const int again = replay(check); again >= 0)
        return diverged_ && !all.has(again) ? choice.standard : again;

    Node node = {};
    node.check = check;
    node.rest = all;
    node.rest.remove(choice.standard);
    node.lazy = lazy;
    node.chosen = static_cast<std::int16_t>(choice.standard);
    node.current = static_cast<std::int16_t>(choice.current);
    node.free = choice.free;
    node.spent =
        static_cast<std::int16_t>(nodes_.empty() ? 0 : nodes_.back().spent + nodes_.back().cost);
    nodes_.push_back(node);
    ++depth_;
    return choice.standard;
}

int Bounded::pick_value(int count) {
    const auto check = static_cast<std::uint64_t>(count) * 0x9e37u;
    if (const int again = replay(check); again >= 0) return again < count ? again : 0;
    Node node = {};
    node.check = check;
    node.value = true;
    for (int value = 1; value < count; ++value) node.rest.add(value);
    node.spent =
        static_cast<std::int16_t>(nodes_.empty() ? 0 : nodes_.back().spent + nodes_.back().cost);
    nodes_.push_back(node);
    ++depth_;
    return 0;
}

}  // namespace interleave::search
