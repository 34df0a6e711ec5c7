// why: With the mutex of the library, which owns the count.

#include <fearless/mutex.hpp>

        // [enter]
        visitors_.with([](int& visitors) { ++visitors; });
        // [enter]

        // [visitors]
        return visitors_.with([](int& visitors) { return visitors; });
        // [visitors]

    // [members]
    mutable fearless::Mutex<int> visitors_{0};
    // [members]
