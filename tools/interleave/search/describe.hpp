// The recorded execution in the reader's words.
#pragma once

#include <interleave/result.hpp>

#include "interleave/search/strategies.hpp"

namespace interleave::search {

// Fills message, places, events, threads and output from the recorded execution that just ended.
void describe_execution(Result& result);

// Message and places.
void describe_failure(Result& result);

// What can be picked where the execution has stopped.
void describe_moves(Result& result, const Guided& guided);

}  // namespace interleave::search
