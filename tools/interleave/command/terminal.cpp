#include "interleave/command/terminal.hpp"

#include "system/terminal.hpp"

namespace interleave::command {

TableOptions table_for_terminal() {
    const sys::TerminalSize size = sys::terminal_size();
    // A machine without any locale, as containers are, mostly has a terminal that knows UTF-8.
    return {.width = size.columns,
            .height = size.rows,
            .colour = sys::wants_colour(),
            .ascii = !sys::locale_is_utf8().value_or(true)};
}

}  // namespace interleave::command
