// Arc and std::shared_ptr.
#include "arc.hpp"

#include <fearless/arc.hpp>
#include <memory>

namespace {

auto ours(int value) {
    return fearless::make_arc<int>(value);
}
auto standard(int value) {
    return std::make_shared<const int>(value);
}

[[maybe_unused]] const bool registered = [] {
    arc_bench::register_arc<ours>("ours");
    arc_bench::register_arc<standard>("std::shared_ptr");
    return true;
}();

}  // namespace
