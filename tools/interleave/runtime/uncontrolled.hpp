// What the explorer cannot control, it names.
#pragma once

namespace interleave::runtime {

// Ends the execution: "the program uses WHAT".
[[noreturn]] void uncontrolled(const char* what);

}  // namespace interleave::runtime
