// verdict: compile_error
// why: A value that can only be moved does not get out.
// whole: another signature

#pragma once

#include <cstddef>
#include <expected>
#include <fearless/channel_error.hpp>
#include <fearless/todo.hpp>
#include <iterator>
#include <utility>

namespace fearless {

template <typename Receiver>
class RecvIterator {
  public:
    using value_type = typename Receiver::value_type;
    using difference_type = std::ptrdiff_t;

    explicit RecvIterator(Receiver& receiver)
        : receiver_(&receiver), latest_(std::unexpected(RecvError::empty)) {
        // [begin]
        latest_ = receiver_->recv();
        // [begin]
    }

    value_type operator*() const {
        // [value]
        return *latest_;
        // [value]
    }

    RecvIterator& operator++() {
        // [next]
        latest_ = receiver_->recv();
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
    mutable std::expected<value_type, RecvError> latest_;  // const is the iterator, not the value
};

}  // namespace fearless
