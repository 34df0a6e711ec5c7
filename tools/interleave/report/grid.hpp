// The steps of a schedule as a grid: a column for each thread, a row for each step.
#pragma once

#include <interleave/result.hpp>
#include <string>
#include <vector>

#include "interleave/report/source_lines.hpp"
#include "interleave/report/style.hpp"
#include "interleave/report/table_rows.hpp"

namespace interleave::report {

struct Grid {
    const Result& result;
    const std::vector<Row>& rows;
    const std::vector<std::size_t>& choice;  // the rows to draw
    bool notes = true;                       // a line below each step that blocks says why
    // The less for the source, the more room for the threads: fewer cells take a second line.
    enum class Source { wide, middle, narrow } source = Source::wide;
    bool short_names = false;  // variables by as much of their names as tells them apart
    Gaps gaps = Gaps::lines;
};

struct DrawnGrid {
    std::vector<std::string> lines;
    bool is_list = false;  // the threads do not fit beside each other: the name stands in front
    bool is_cut = false;   // what a step does is longer than its cell
};

DrawnGrid draw(const Grid& grid, const Style& style, SourceLines& sources);

}  // namespace interleave::report
