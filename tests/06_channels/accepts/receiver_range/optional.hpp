// why: A std::optional in place of the std::expected.
// whole: another constructor

#pragma once

#include <cstddef>
#include <expected>
#include <fearless/channel_error.hpp>
#include <fearless/todo.hpp>
#include <iterator>
#include <optional>
#include <utility>

namespace fearless {

template <typename Receiver>
class RecvIterator {
  public:
    using value_type = typename Receiver::value_type;
    using difference_type = std::ptrdiff_t;

    explicit RecvIterator(Receiver& receiver) : receiver_(&receiver) {
        // [begin]
        ++*this;
        // [begin]
    }

    value_type&& operator*() const {
        // [value]
        return std::move(*latest_);
        // [value]
    }

    RecvIterator& operator++() {
        // [next]
        latest_.reset();
        auto next = receiver_->recv();
        if (next) latest_.emplace(std::move(*next));
        return *this;
        // [next]
    }
    void operator++(int) { ++*this; }

    friend bool operator==(const RecvIterator& it, std::default_sentinel_t) {
        // [end]
        return !it.latest_.has_value();
        // [end]
    }

  private:
    Receiver* receiver_;
    mutable std::optional<value_type> latest_;  // const is the iterator, not the value
};

}  // namespace fearless
