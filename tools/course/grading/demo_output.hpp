// Whether a demo printed something that its manifest allows.
#pragma once

#include <string>
#include <string_view>

#include "course/model/manifest.hpp"

namespace course::checking {

// The part of a demo's output that can be compared. All of it, except under a sanitizer: then the
// program's own lines, and after them the headline of each report, once, without process id and
// addresses: "ERROR: AddressSanitizer: stack-use-after-return".
std::string comparable(const Demo& demo, std::string_view output);

// Empty if `output` is one of the outputs that the captured one stands for, else what is wrong.
//   exact        the same lines
//   any_order    the same lines, however ordered
//   interleaved  the lines that begin with one of `streams` keep their order among themselves; a
//                line of no stream also keeps its place: what came before it comes before it.
//                A stream in `may_lose_tail` may end earlier in either of the two.
std::string disallowed(const Demo& demo, std::string_view captured, std::string_view output);

// Empty if the captured output can stand for the others: every stream of the manifest occurs in it.
// Else what is wrong with it or with the manifest.
std::string unusable(const Demo& demo, std::string_view captured);

}  // namespace course::checking
