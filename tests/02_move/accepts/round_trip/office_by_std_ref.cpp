// why: A callable without captures: the parcel moves in, the office goes in by reference on
// purpose.

// A parcel that goes to a post office on another thread, is stamped there, and comes back.
#include <fearless/spawn.hpp>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace round_trip {

struct Parcel {
    std::string label;
    std::vector<std::string> stamps;
};

// Prepares stamps on whichever thread asks. It outlives every thread that asks.
class Office {
  public:
    virtual ~Office() = default;
    virtual std::string next_stamp() = 0;  // waits until there is one; throws if there will be none
};

// Gives the parcel to a new thread and returns at once. The thread adds the next stamp of the
// office; join() then gives the same parcel back. If the office throws, join() throws, and the
// parcel is destroyed.
inline fearless::JoinHandle<std::unique_ptr<Parcel>> send_round(std::unique_ptr<Parcel> parcel,
                                                                Office& office) {
    // [send]
    const auto stamp = [](std::unique_ptr<Parcel> own, Office& asked) {
        own->stamps.push_back(asked.next_stamp());
        return own;
    };
    return fearless::spawn(stamp, std::move(parcel), std::ref(office));
    // [send]
}

}  // namespace round_trip
