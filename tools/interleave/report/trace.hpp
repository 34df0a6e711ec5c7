// A schedule in the Trace Event Format, for Perfetto, about:tracing and speedscope.
#pragma once

#include <interleave/result.hpp>
#include <string>

namespace interleave {

// A track for each thread; a step is a slice of one microsecond at the microsecond of its number.
// Arrows lead from an unlock to the next lock of the same object, and from a notification to the
// thread that it woke.
std::string to_trace(const Result& result);

}  // namespace interleave
