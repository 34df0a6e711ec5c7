// Why nothing came, and why nothing went. Given: there is nothing to write in this file.
//
//     auto [tx, rx] = fearless::channel<int>();
//     if (auto found = rx.try_recv(); !found) std::cout << found.error();  // Empty
//
// Promises
//   - RecvError says why a receiver got no value, SendFailure why a sender kept its value.
//   - SendError<T> holds that value: what could not be sent is not lost.
//   - Each prints as its name.
// Requires
//   Nothing.
// Threads
//   Values like others.
// Memory ordering
//   None.
// Not for
//   Failures of the value itself: an exception of its move comes out of send or recv as it is.
#pragma once

#include <ostream>

namespace fearless {

// Why a receiver got no value.
enum class RecvError {
    disconnected,  // every sender is gone, and all that they sent has been received
    empty,         // nothing is there now; a sender lives, so something may come
    timeout,       // nothing came in time
    stopped,       // nothing was there, and a stop was requested
};

// Why a sender kept its value.
enum class SendFailure {
    disconnected,  // the receiver is gone: nobody will ever take the value
    full,          // no room now
    timeout,       // no room in time
    stopped,       // no room, and a stop was requested
};

// A value that could not be sent, and why.
template <typename T>
struct SendError {
    T value;
    SendFailure reason = SendFailure::disconnected;
};

inline std::ostream& operator<<(std::ostream& out, RecvError error) {
    switch (error) {
        case RecvError::disconnected:
            return out << "Disconnected";
        case RecvError::empty:
            return out << "Empty";
        case RecvError::timeout:
            return out << "Timeout";
        case RecvError::stopped:
            return out << "Stopped";
    }
    return out;
}

inline std::ostream& operator<<(std::ostream& out, SendFailure failure) {
    switch (failure) {
        case SendFailure::disconnected:
            return out << "Disconnected";
        case SendFailure::full:
            return out << "Full";
        case SendFailure::timeout:
            return out << "Timeout";
        case SendFailure::stopped:
            return out << "Stopped";
    }
    return out;
}

}  // namespace fearless
