// The sentences around the table, the same ones on the page.
#pragma once

#include <interleave/result.hpp>
#include <string>

namespace interleave::report {

// "all 1,234 executions explored, none fails (dpor)"
std::string passed_in_words(const Result& result);

// "14 executions in 0.02 s (bounded, at most 2 preemptions; not exhaustive)"
std::string search_in_words(const Result& result);

// The message, or the verdict's name if there is none.
std::string headline(const Result& result);

// "The circle: main holds a, waits for b; thread 1 holds b, waits for a." Empty if nobody waits or
// waiting is not what the failure is about.
std::string waits_in_words(const Result& result);

// "waits for a" of "waits for a, held by main"; the whole state where it is something else.
std::string short_state(const std::string& state);

}  // namespace interleave::report
