// The steps without which nobody can see what went wrong.
#pragma once

#include <set>

#include "interleave/runtime/execution.hpp"

namespace interleave::search {

// Those that the sentence about the failure speaks of: both accesses of a data race; the look, the
// sleep and the notification that came too early; each lock that is held, and each wait for one.
std::set<const runtime::Note*> decisive_notes();

}  // namespace interleave::search
