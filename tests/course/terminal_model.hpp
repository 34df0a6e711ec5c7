// A terminal, as far as the runner uses one: what it shows after the bytes that it was sent.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace course_test {

class TerminalModel {
  public:
    TerminalModel(int columns, int rows) {
        resize(columns, rows);
        stale_ = false;
    }

    void resize(int columns, int rows) {
        columns_ = columns;
        rows_ = rows;
        clear();
        stale_ = true;
    }

    // After a resize: the program has painted all rows anew. What it sent before is not shown.
    bool repainted() const { return !stale_ && painted_to_ == rows_ && pending_.empty(); }

    void feed(std::string_view bytes) {
        pending_ += bytes;
        std::size_t at = 0;
        while (at < pending_.size()) {
            const std::size_t length = unit_length(at);
            if (length == 0) break;  // the rest has not arrived
            unit(std::string_view(pending_).substr(at, length));
            at += length;
        }
        pending_.erase(0, at);
    }

    // The lines of the screen, without trailing blanks.
    std::string text() const {
        std::string all;
        for (const auto& row : cells_) {
            std::string line;
            for (const std::string& cell : row) line += cell;
            all += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
        }
        return all;
    }
    bool shows(std::string_view words) const { return text().find(words) != std::string::npos; }

    bool alternate() const { return alternate_; }  // the alternate screen is on
    bool cursor_visible() const { return cursor_; }
    bool overflowed() const { return overflowed_; }  // something was put beyond an edge
    int colours() const { return colours_; }         // colours and weights that were set
    int escapes() const { return escapes_; }

  private:
    void clear() {
        cells_.assign(static_cast<std::size_t>(rows_),
                      std::vector<std::string>(static_cast<std::size_t>(columns_), " "));
        row_ = column_ = painted_to_ = 0;
    }

    std::size_t unit_length(std::size_t at) const {
        const auto lead = static_cast<unsigned char>(pending_[at]);
        std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        if (lead == 0x1B) {
            std::size_t end = at + 2;
            while (end < pending_.size() && (pending_[end] < '@' || pending_[end] > '~')) ++end;
            length = end - at + 1;
        }
        return at + length <= pending_.size() ? length : 0;
    }

    void unit(std::string_view unit) {
        if (unit[0] == '\x1b') {
            ++escapes_;
            sequence(unit.substr(2, unit.size() - 3), unit.back());
        } else if (unit == "\r") {
            column_ = 0;
        } else if (unit == "\n") {
            line_feed();
        } else if (static_cast<unsigned char>(unit[0]) >= 0x20) {
            put(unit);
        }
    }

    void line_feed() {
        if (++row_ < rows_) return;
        row_ = rows_ - 1;
        std::rotate(cells_.begin(), cells_.begin() + 1, cells_.end());
        cells_.back().assign(static_cast<std::size_t>(columns_), " ");
        overflowed_ = overflowed_ || alternate_;
    }

    void put(std::string_view character) {
        if (stale_) return;
        if (column_ >= columns_ || row_ >= rows_) {
            overflowed_ = overflowed_ || alternate_;
            return;
        }
        cells_[static_cast<std::size_t>(row_)][static_cast<std::size_t>(column_++)] = character;
    }

    void sequence(std::string_view parameters, char command) {
        const std::string words(parameters);
        if (command == 'H') {
            row_ = words.empty() ? 0 : std::atoi(words.c_str()) - 1;
            painted_to_ = row_ + 1;
            column_ = 0;
        } else if (command == 'K') {
            for (int i = column_; i < columns_ && row_ < rows_; ++i) {
                cells_[static_cast<std::size_t>(row_)][static_cast<std::size_t>(i)] = " ";
            }
        } else if (command == 'J') {
            clear();
            stale_ = false;
        } else if (command == 'm') {
            colours_ += words != "0" && !words.empty();
        } else if (words == "?1049") {
            alternate_ = command == 'h';
            clear();
        } else if (words == "?25") {
            cursor_ = command == 'h';
        }
    }

    int columns_ = 0, rows_ = 0, row_ = 0, column_ = 0, painted_to_ = 0;
    std::vector<std::vector<std::string>> cells_;
    std::string pending_;
    bool stale_ = false;
    bool alternate_ = false, cursor_ = true, overflowed_ = false;
    int colours_ = 0, escapes_ = 0;
};

}  // namespace course_test
