// why: A std::list of notes in place of the std::deque.

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
