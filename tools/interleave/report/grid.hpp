// The steps of a schedule as a grid: a column for each thread, a row for each step.
#pragma once

#include <string>
#include <vector>

#include "interleave/result.hpp"
#include "source_lines.hpp"
#include "style.hpp"
#include "table_rows.hpp"

namespace interleave::report {

struct Grid {
    const Result& result;
    const std::vector<Row>& rows;
    const std::vector<std::size_t>& choice;  // the rows to draw
    bool notes = true;                       // a line below each step that blocks says why
    bool narrow_source = false;  // more room for the threads: fewer cells take a second line
    bool short_names = false;    // variables by as much of their names as tells them apart
};

struct DrawnGrid {
    std::vector<std::string> lines;
    bool is_list = false;  // the threads do not fit beside each other: the name stands in front
};

DrawnGrid draw(const Grid& grid, const Style& style, SourceLines& sources);

}  // namespace interleave::report
