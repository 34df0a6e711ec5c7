// What the parts of the benchmark have in common.
#pragma once

#include <string>
#include <vector>

namespace bench {

// In this process, through the library: executions a second, and what the searches count.
void measure_bodies();
// One execution that is as large as they come, and the memory after very many.
void measure_size(bool short_run);
// Whole programs, through the command: executions a second.
void measure_programs();
// Executions to the first bug of each classic program, by mode.
void measure_bugs(bool short_run);

}  // namespace bench
