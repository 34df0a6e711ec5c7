// why: The queue is a ring of fixed size, made when the channel is made.

#include <vector>

// [state]
// A queue in a ring of places that are made once.
template <typename T>
class Ring {
  public:
    void resize(std::size_t capacity) { places_.resize(capacity + 1); }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    T& front() { return *places_[first_]; }
    void push_back(T&& value) {
        places_[(first_ + size_) % places_.size()].emplace(std::move(value));
        ++size_;
    }
    void pop_front() {
        places_[first_].reset();
        first_ = (first_ + 1) % places_.size();
        --size_;
    }
    void swap(Ring& other) { std::swap(*this, other); }

  private:
    std::vector<std::optional<T>> places_;
    std::size_t first_ = 0, size_ = 0;
};

template <typename T>
struct BoundedState {
    Ring<T> queue;                          // sent, not yet received; never more than the capacity
    std::deque<WaitingSender<T>*> waiting;  // senders without room, first come first
    bool closed = false;                    // nobody sends any more
    bool receiver_dropped = false;          // nobody receives any more
    Alarm* sleeper = nullptr;               // of the receiver that waits
};
// [state]

    // [constructor]
    explicit BoundedMailbox(std::size_t capacity) : capacity_(capacity) {
        const auto state = state_.lock();
        state->queue.resize(capacity);
    }
    // [constructor]

        // [drop_receiver]
        detail::Ring<T> left;  // destroyed without the lock: a value's destructor may do anything
        const auto state = state_.lock();
        state->receiver_dropped = true;
        left.swap(state->queue);
        while (!state->waiting.empty()) WakeUp wake_up = ring_next(*state);
        // [drop_receiver]
