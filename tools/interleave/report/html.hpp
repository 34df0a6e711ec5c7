// A schedule as a page to step through.
#pragma once

#include <interleave/result.hpp>
#include <string>

namespace interleave {

// One HTML page that needs nothing else: the sources that the frames name are in it. A fragment
// "#step=3" opens it at that step.
std::string to_html(const Result& result);

}  // namespace interleave
