// Crashes, uncaught exceptions and endless loops inside an execution become its verdict.
#pragma once

namespace interleave::runtime {

// For a process that does nothing but explore. `seconds`: processor time without any access or
// step after which an execution counts as one that never ends; a last resort.
void install_handlers(int seconds);

}  // namespace interleave::runtime
