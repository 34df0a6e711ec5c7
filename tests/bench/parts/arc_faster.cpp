// The faster Arc of the review. It is an accepted submission, so it is tested; here it has a
// namespace of its own, beside the reference.
#define fearless faster
#include "../../03_send_sync/accepts/arc/last_one_needs_no_count.hpp"
#undef fearless

#include "arc.hpp"

namespace {

auto made(int value) {
    return faster::make_arc<int>(value);
}

[[maybe_unused]] const bool registered = [] {
    arc_bench::register_arc<made>("ours, last one needs no count");
    return true;
}();

}  // namespace
