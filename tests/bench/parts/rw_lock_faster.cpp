// The RwLock with faster readers of the review. It is an accepted submission, so it is tested; here
// it has a namespace of its own, beside the reference.
#define fearless faster
#include "../../04_mutex/accepts/rw_lock/a_slot_for_each_thread.hpp"
#undef fearless

#include "rw_lock.hpp"

namespace {

[[maybe_unused]] const bool registered = [] {
    using Shared = rw_lock_bench::Ours<faster::RwLock<int>>;
    rw_lock_bench::register_rw_lock<Shared>("ours, a slot for each thread");
    return true;
}();

}  // namespace
