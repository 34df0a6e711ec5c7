#include "interleave/report/table_rows.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <numeric>
#include <set>
#include <string_view>

#include "interleave/report/source_lines.hpp"
#include "interleave/report/summary.hpp"

namespace interleave::report {
namespace {

constexpr std::size_t kLongestBlock = 12;

bool same_place(const Frame* a, const Frame* b) {
    if (!a || !b) return a == b;
    return a->line == b->line && a->file == b->file;
}

class Collapser {
  public:
    explicit Collapser(const std::vector<Event>& events) : events_(events) {
        for (const Event& event : events) frames_.push_back(reader_frame(event.stack));
    }

    std::vector<Row> run() const {
        std::vector<Row> rows;
        for (std::size_t at = 0; at < events_.size();) {
            // With equal values first: the read that ends a spin loop stays a row of its own.
            Block block = best_block(at, true);
            if (block.repeats == 1) block = best_block(at, false);
            for (std::size_t i = 0; i < block.length; ++i) rows.push_back(row(at, block, i));
            at += block.length * block.repeats;
        }
        return rows;
    }

  private:
    struct Block {
        std::size_t length = 1;
        std::size_t repeats = 1;
    };

    bool same(std::size_t a, std::size_t b, bool with_values) const {
        const Event& left = events_[a];
        const Event& right = events_[b];
        return !left.failure && !right.failure && left.thread == right.thread &&
               left.action == right.action && left.object == right.object &&
               left.blocked_on == right.blocked_on && left.preempted == right.preempted &&
               (!with_values || left.value == right.value) && same_place(frames_[a], frames_[b]);
    }

    std::size_t repeats(std::size_t at, std::size_t length, bool with_values) const {
        std::size_t end = at + length;
        while (end < events_.size() && same(end, end - length, with_values)) ++end;
        return (end - at) / length;
    }

    Block best_block(std::size_t at, bool with_values) const {
        Block best;
        for (std::size_t length = 1; length <= kLongestBlock; ++length) {
            if (at + 2 * length > events_.size()) break;
            const std::size_t count = repeats(at, length, with_values);
            // Two short blocks are read faster than a note about them; one step has none.
            const bool worth_it =
                count >= 3 || (count == 2 && (length >= 3 || (length == 1 && with_values)));
            if (worth_it && count * length > best.repeats * best.length) best = {length, count};
        }
        return best;
    }

    Row row(std::size_t at, Block block, std::size_t position) const {
        const std::size_t first = at + position;
        const std::size_t last = first + (block.repeats - 1) * block.length;
        bool all_equal = true;
        Row row;
        for (std::size_t i = first; i <= last; i += block.length) {
            all_equal = all_equal && events_[i].value == events_[first].value;
            row.decisive = row.decisive || events_[i].decisive;
        }
        row.event = first;
        row.value = events_[first].value;
        if (!all_equal) row.value += " .. " + events_[last].value;
        row.repeats = static_cast<int>(block.repeats);
        row.block_rows = static_cast<int>(block.length);
        row.block_end = position + 1 == block.length;
        return row;
    }

    const std::vector<Event>& events_;
    std::vector<const Frame*> frames_;
};

bool is_word_part(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

bool names(std::string_view sentence, std::string_view object) {
    for (std::size_t at = sentence.find(object); at != std::string_view::npos;
         at = sentence.find(object, at + 1)) {
        const std::size_t end = at + object.size();
        const bool starts = at == 0 || !is_word_part(sentence[at - 1]);
        const bool ends = end == sentence.size() || !is_word_part(sentence[end]);
        if (starts && ends) return true;
    }
    return false;
}

// What the failure is about: what the failing step acts on, what threads wait for and hold, and
// what the message names.
std::set<std::string> objects_of_failure(const Result& result) {
    std::set<std::string> objects;
    for (const ThreadInfo& thread : result.threads) {
        if (!thread.state.starts_with("waits for ")) continue;
        objects.insert(short_state(thread.state).substr(10));
        objects.insert(thread.holds.begin(), thread.holds.end());
    }
    for (const Event& event : result.events) {
        if (event.object.empty()) continue;
        if (event.failure || names(result.message, event.object)) objects.insert(event.object);
    }
    return objects;
}

// A step of a library on the way from the reader's own code: that says what was called there.
bool is_inside_a_library(const Event& event) {
    const Frame* shown = reader_frame(event.stack);
    if (!shown || !shown->own) return false;
    const auto mine = std::ranges::find_if(event.stack, [](const Frame& frame) {
        return !frame.file.empty() && !is_system_file(frame.file);
    });
    return &*mine != shown;
}

// How much each row matters, in steps of importance; among equals a later row matters more.
std::vector<double> scores(const Result& result, const std::vector<Row>& rows) {
    const std::set<std::string> objects = objects_of_failure(result);
    std::vector<double> scores(rows.size());
    std::map<int, std::size_t> last_of_thread;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Event& event = result.events[rows[i].event];
        last_of_thread[event.thread] = i;
        const bool touches = objects.contains(event.object);
        const bool switched = i > 0 && result.events[rows[i - 1].event].thread != event.thread;
        if (event.failure) scores[i] += 2000;
        if (rows[i].decisive) scores[i] += 1000;
        if (is_inside_a_library(event)) scores[i] -= 60;
        if (rows.size() - i <= 3) scores[i] += 100;
        if (event.preempted) scores[i] += 250;
        if (event.preempted && i > 0) scores[i - 1] += 240;
        if (event.action == "join") scores[i] -= 80;
        if (!event.blocked_on.empty()) scores[i] += 60;
        if (touches) scores[i] += 100;
        if (switched && touches) scores[i] += 20;
        if (switched) scores[i] += 5;
        scores[i] += 40.0 * static_cast<double>(i) / static_cast<double>(rows.size());
    }
    for (const auto& [thread, row] : last_of_thread) {
        if (objects.contains(result.events[rows[row].event].object)) scores[row] += 30;
    }
    return scores;
}

// A line that says that one row is hidden takes as much room as the row.
std::vector<std::size_t> without_small_gaps(const std::vector<std::size_t>& choice,
                                            const std::vector<Row>& rows) {
    std::vector<std::size_t> filled;
    std::size_t expected = 0;
    for (const std::size_t row : choice) {
        if (row == expected + 1 && !has_repeat_note(rows[expected])) filled.push_back(expected);
        filled.push_back(row);
        expected = row + 1;
    }
    return filled;
}

}  // namespace

std::vector<Row> collapsed(const Result& result) {
    return Collapser(result.events).run();
}

bool has_repeat_note(const Row& row) {
    return row.repeats > 1 && row.block_rows > 1 && row.block_end;
}

int lines_of(const std::vector<Row>& rows, const std::vector<std::size_t>& choice, Gaps gaps) {
    int lines = 0;
    std::size_t expected = 0;
    for (const std::size_t row : choice) {
        if (row != expected && gaps == Gaps::lines) ++lines;
        lines += has_repeat_note(rows[row]) ? 2 : 1;
        expected = row + 1;
    }
    return expected == rows.size() || gaps == Gaps::marks ? lines : lines + 1;
}

std::vector<std::size_t> ranked(const Result& result, const std::vector<Row>& rows) {
    const std::vector<double> score = scores(result, rows);
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        return score[a] != score[b] ? score[a] > score[b] : a < b;
    });
    return order;
}

std::vector<std::size_t> chosen(const std::vector<Row>& rows,
                                const std::vector<std::size_t>& ranking, int lines, Gaps gaps) {
    const std::size_t most = std::min(rows.size(), static_cast<std::size_t>(std::max(lines, 1)));
    for (std::size_t count = most; count > 1; --count) {
        std::vector<std::size_t> choice(ranking.begin(),
                                        ranking.begin() + static_cast<std::ptrdiff_t>(count));
        std::ranges::sort(choice);
        if (gaps == Gaps::lines) choice = without_small_gaps(choice, rows);
        if (lines_of(rows, choice, gaps) <= lines) return choice;
    }
    return {ranking.front()};
}

}  // namespace interleave::report
