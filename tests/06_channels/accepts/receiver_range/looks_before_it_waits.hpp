// why: What is there is taken without waiting.

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
        latest_ = next();
        // [begin]
    }

    value_type&& operator*() const {
        // [value]
        return std::move(*latest_);
        // [value]
    }

    RecvIterator& operator++() {
        // [next]
        latest_ = next();
        return *this;
        // [next]
    }
    void operator++(int) { ++*this; }

    std::expected<value_type, RecvError> next() {
        auto found = receiver_->try_recv();
        if (!found && found.error() == RecvError::empty) return receiver_->recv();
        return found;
    }

    friend bool operator==([[maybe_unused]] const RecvIterator& it, std::default_sentinel_t) {
        // [end]
        return !it.latest_.has_value();
        // [end]
    }

  private:
    Receiver* receiver_;
    mutable std::expected<value_type, RecvError> latest_;  // const is the iterator, not the value
};

}  // namespace fearless
