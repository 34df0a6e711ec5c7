// why: A callable without captures: the parcel moves in, the office goes in by reference on
// purpose.

#include <functional>

    // [send]
    const auto stamp = [](std::unique_ptr<Parcel> own, Office& asked) {
        own->stamps.push_back(asked.next_stamp());
        return own;
    };
    return fearless::spawn(stamp, std::move(parcel), std::ref(office));
    // [send]
