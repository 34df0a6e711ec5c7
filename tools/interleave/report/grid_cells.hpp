// What the cells of a grid say, whatever room they have.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "interleave/report/grid.hpp"

namespace interleave::report {

// Of one row.
struct Cells {
    const Row* row = nullptr;
    const Event* event = nullptr;
    std::map<int, std::string> threads;  // by thread: what stands in its column
    const Frame* frame = nullptr;
    std::string source;
};

struct GridCells {
    std::vector<Cells> rows;
    std::set<int> threads;        // that take a step in these rows
    std::set<std::string> files;  // that these steps stand in
    std::string main_file;        // the one that most of them do; the title names it
    std::size_t line_digits = 1;  // of the largest line number
};

GridCells cells_of(const Grid& grid, const Style& style, SourceLines& sources);

}  // namespace interleave::report
