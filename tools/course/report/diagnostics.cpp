#include "course/report/diagnostics.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "text/columns.hpp"
#include "text/printable.hpp"
#include "text/text.hpp"

namespace course {

using namespace text;

namespace {

// "file:12:5: rest"
struct Located {
    std::string place;  // "file:12"
    std::string rest;
};

std::size_t skip_number(std::string_view text, std::size_t at) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
    return end > at && end < text.size() && text[end] == ':' ? end : text.npos;
}

std::optional<Located> located(std::string_view line) {
    for (std::size_t colon = line.find(':'); colon != line.npos;
         colon = line.find(':', colon + 1)) {
        std::size_t end = skip_number(line, colon + 1);
        if (end == line.npos || line.find(' ') < colon) continue;
        const std::string place(line.substr(0, end));
        if (const std::size_t column = skip_number(line, end + 1); column != line.npos)
            end = column;
        return Located{place, std::string(trimmed(line.substr(end + 1)))};
    }
    return {};
}

bool in_one_of(std::string_view place, const std::vector<std::string>& files) {
    const std::string_view path = place.substr(0, place.rfind(':'));
    return std::ranges::any_of(files,
                               [&](const std::string& file) { return path.ends_with(file); });
}

std::optional<std::string> error_message(const std::string& rest) {
    for (const std::string_view mark : {"error: ", "fatal error: "}) {
        if (rest.starts_with(mark)) return rest.substr(mark.size());
    }
    return {};
}

bool is_request(const std::string& rest) {
    return rest.find("required from") != rest.npos || rest.find("requested here") != rest.npos ||
           rest.find("in ‘constexpr’ expansion") != rest.npos;
}

// Between `begin` and the last `end`.
std::string between(std::string_view text, std::string_view begin, std::string_view end) {
    const std::size_t from = text.find(begin);
    const std::size_t to = text.rfind(end);
    if (from == text.npos || to == text.npos || to < from + begin.size()) return {};
    return std::string(text.substr(from + begin.size(), to - from - begin.size()));
}

class Reader {
  public:
    explicit Reader(const std::vector<std::string>& files) : files_(files) {}

    void line(const std::string& line) {
        const auto here = located(line);
        if (!here) {
            if (line.find(": In ") != line.npos) types_ = between(line, " [with ", "]");
            const bool drawing = line.find(" | ") != line.npos || line.ends_with(" |");
            if (drawing && drawing_ && errors_.back().source.size() < 2) {
                errors_.back().source.push_back(line);
            }
            return;
        }
        drawing_ = false;
        const bool own = in_one_of(here->place, files_);
        if (const auto message = error_message(here->rest)) {
            errors_.push_back({own, here->place, *message, {}, {}, {}});
            if (own && is_assertion(errors_.back())) errors_.back().asked_from = first_request_;
            if (is_assertion(errors_.back())) errors_.back().types = types_;
            if (!own && !requested_from_.empty()) be_at(requested_from_);
            drawing_ = own;
            requested_from_.clear();
            first_request_.clear();
        } else if (is_request(here->rest) && own) {
            // g++ says where a template is used before the error, clang after it.
            if (here->rest.starts_with("note: ")) {
                if (!errors_.empty() && !errors_.back().own) be_at(here->place);
            } else {
                if (requested_from_.empty()) first_request_ = here->place;
                requested_from_ = here->place;
            }
        }
        const bool of_template = here->rest.starts_with("note: in instantiation of ");
        if (of_template && !errors_.empty() && is_assertion(errors_.back())) {
            CompilerError& error = errors_.back();
            if (error.types.empty()) error.types = between(here->rest, "<", ">'");
        }
    }

    std::vector<CompilerError> end() {
        std::vector<CompilerError> sorted;
        for (const bool own : {true, false}) {
            std::ranges::copy_if(errors_, std::back_inserter(sorted), [&](const auto& error) {
                return error.own == own && std::ranges::find(sorted, error) == sorted.end();
            });
        }
        return sorted;
    }

  private:
    static bool is_assertion(const CompilerError& error) {
        return error.message.starts_with("static assertion failed");
    }

    void be_at(const std::string& place) {
        errors_.back().place = place;
        errors_.back().own = true;
    }

    const std::vector<std::string>& files_;
    std::vector<CompilerError> errors_;
    std::string requested_from_;  // the last of the learner's lines that ask for the template
    std::string first_request_;
    std::string types_;
    bool drawing_ = false;
};

}  // namespace

std::vector<CompilerError> compiler_errors(std::string_view output,
                                           const std::vector<std::string>& files) {
    Reader reader(files);
    for (const std::string& line : lines_of(output)) reader.line(printable(line));
    return reader.end();
}

}  // namespace course
