// Which steps of a schedule a table shows: loops once, and no more than there is room for.
#pragma once

#include <cstddef>
#include <interleave/result.hpp>
#include <string>
#include <vector>

namespace interleave::report {

struct Row {
    std::size_t event = 0;  // the first event that the row stands for
    std::string value;      // its value; "first .. last" where the repetitions differ
    int repeats = 1;        // how often the block of rows that it belongs to is run
    int block_rows = 1;     // rows of that block
    bool block_end = true;  // the row is the last one of its block
    bool decisive = false;  // one of the events that it stands for is
};

// How a table says that rows are left out: on a line that counts them, or with a mark beside the
// row behind them, where something else gives their number.
enum class Gaps { lines, marks };

// One row for each event; a block of steps that repeats is there once.
std::vector<Row> collapsed(const Result& result);

// Indices of all rows, those that matter most first: the failure, what is decisive for it, the
// steps around a switch, those that touch what the failure is about, the last ones.
std::vector<std::size_t> ranked(const Result& result, const std::vector<Row>& rows);

// The first rows of the ranking that take at most `lines` lines, in the order of the schedule. At
// least one row.
std::vector<std::size_t> chosen(const std::vector<Row>& rows,
                                const std::vector<std::size_t>& ranking, int lines, Gaps gaps);

// Whether a line about the repetition follows the row.
bool has_repeat_note(const Row& row);

// Lines that a choice takes, with those of its gaps and one for each note about a repetition.
int lines_of(const std::vector<Row>& rows, const std::vector<std::size_t>& choice, Gaps gaps);

}  // namespace interleave::report
