// An iterator over what is still to come: `for (auto value : rx)` until every sender is gone.
//
//     auto [tx, rx] = fearless::channel<int>();
//     auto sender = fearless::spawn([tx = std::move(tx)] { (void)tx.send(7); });
//     for (int value : rx) std::cout << value;
//
// Promises
//   - It waits for the first value when it is made, and for the next one when it is incremented.
//   - *it is the value that came last, as an rvalue: `auto value = *it` moves it out.
//   - It equals std::default_sentinel when the receiver has said `disconnected`; nothing that was
//     sent is left out.
//   - A loop that is left early has taken the value it was left at. The rest stays in the receiver.
//   - It is a std::input_iterator, so a receiver is a std::ranges::input_range.
// Requires
//   - The receiver outlives the iterator, stays where it is and is used by nobody else meanwhile.
//   - An iterator that equals the sentinel is neither incremented nor dereferenced.
// Threads
//   The receiver's.
// Memory ordering
//   That of recv.
// Not for
//   Going back or starting again: each value comes once.
#pragma once

#include <cstddef>
#include <expected>
#include <fearless/channel_error.hpp>
#include <fearless/todo.hpp>
#include <iterator>
#include <utility>

namespace fearless {

// Where a loop over a receiver is.
template <typename Receiver>
class RecvIterator {
  public:
    using value_type = typename Receiver::value_type;
    using difference_type = std::ptrdiff_t;

    // Waits for the first value.
    explicit RecvIterator(Receiver& receiver)
        : receiver_(&receiver), latest_(std::unexpected(RecvError::empty)) {
        // [begin]
        todo("lesson 06: wait for the first value");
        // [begin]
    }

    // The value that came last, to be moved out.
    value_type&& operator*() const {
        // [value]
        todo("lesson 06: the value that came last, to be moved from");
        // [value]
    }

    // Waits for the next value.
    RecvIterator& operator++() {
        // [next]
        todo("lesson 06: wait for the next value");
        // [next]
    }
    void operator++(int) { ++*this; }

    // Whether the receiver has said `disconnected`.
    friend bool operator==(const RecvIterator& it, std::default_sentinel_t) {
        // [end]
        todo("lesson 06: whether nothing will come any more");
        // [end]
    }

  private:
    // [members]
    Receiver* receiver_;
    mutable std::expected<value_type, RecvError> latest_;  // const is the iterator, not the value
    // [members]
};

}  // namespace fearless
