// The faster channels of the review. They are accepted submissions, so they are tested; here the
// middle of each has a namespace of its own, between the ends of the reference.
#include <cstddef>
#include <fearless/channel.hpp>
#include <memory>

#include "channel.hpp"

namespace faster {
using namespace fearless;
namespace detail {
using namespace fearless::detail;
}
}  // namespace faster
#define fearless faster
#include "../../06_channels/accepts/mailbox/does_not_chase.hpp"
#include "../../06_channels/accepts/sync_channel/swaps_and_does_not_chase.hpp"
#undef fearless

namespace {

using namespace channel_bench;

template <std::size_t capacity>
auto made() {
    if constexpr (capacity == no_bound) {
        return fearless::detail::ends_of<int>(std::make_shared<faster::Mailbox<int>>());
    } else {
        return fearless::detail::ends_of<int>(
            std::make_shared<faster::BoundedMailbox<int>>(capacity));
    }
}

[[maybe_unused]] const bool registered = [] {
    register_flow(unbounded, "ours, does not chase", flow<made<no_bound>>);
    register_flow(bounded, "ours, swaps and does not chase", flow<made<bound>>);
    register_flow(rendezvous, "ours, swaps and does not chase", flow<made<0>>, {1});
    register_there_and_back("ours, does not chase", there_and_back<made<no_bound>>);
    return true;
}();

}  // namespace
