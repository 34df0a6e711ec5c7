// What the terminal can show.
#pragma once

#include "interleave/report/table.hpp"

namespace interleave::command {

// Its size, colours unless NO_COLOR is set, and plain ASCII where the locale says so.
TableOptions table_for_terminal();

}  // namespace interleave::command
