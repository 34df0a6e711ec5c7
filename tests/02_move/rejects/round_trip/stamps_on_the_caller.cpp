// verdict: wrong_result
// test: RoundTrip.the_sender_does_not_wait_for_the_stamp
// why: The work is done before the thread starts, so the sender waits and the thread only carries.

// A parcel that goes to a post office on another thread, is stamped there, and comes back.
#include <fearless/spawn.hpp>
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
    parcel->stamps.push_back(office.next_stamp());
    return fearless::spawn([parcel = std::move(parcel)]() mutable { return std::move(parcel); });
    // [send]
}

}  // namespace round_trip
