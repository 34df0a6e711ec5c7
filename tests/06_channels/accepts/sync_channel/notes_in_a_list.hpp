// why: A std::list of notes, and the note is on the list before the sender looks once more.

#include <list>

// [state]
template <typename T>
struct BoundedState {
    std::deque<T> queue;                   // sent, not yet received; never more than the capacity
    std::list<WaitingSender<T>*> waiting;  // senders without room, first come first
    bool closed = false;                   // nobody sends any more
    bool receiver_dropped = false;         // nobody receives any more
    Alarm* sleeper = nullptr;              // of the receiver that waits
};
// [state]

        // [leave]
        WakeUp wake_up;
        const auto state = state_.lock();
        state->waiting.push_back(&note);
        if (state->receiver_dropped || state->queue.size() < capacity_) {
            state->waiting.pop_back();
            return false;
        }
        if (capacity_ == 0) wake_up = ring(state->sleeper);  // the note is what it waits for
        return true;
        // [leave]
