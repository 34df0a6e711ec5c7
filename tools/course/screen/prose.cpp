#include "course/screen/prose.hpp"

#include "text/columns.hpp"
#include "text/paint.hpp"
#include "text/printable.hpp"
#include "text/text.hpp"

namespace course {

using namespace text;

namespace {

bool is_fence(std::string_view line) {
    return trimmed(line).starts_with("```");
}

bool is_item(std::string_view line) {
    line = trimmed(line);
    if (line.starts_with("- ") || line.starts_with("* ")) return true;
    const std::size_t digits = line.find_first_not_of("0123456789");
    return digits != 0 && digits != line.npos && line.substr(digits).starts_with(". ");
}

// Takes the page line by line; a paragraph is put out when the line that ends it comes.
class Renderer {
  public:
    explicit Renderer(const Style& style) : style_(style) {}

    void line(std::string_view line) {
        const std::string_view text = trimmed(line);
        if (is_fence(line)) {
            end_paragraph();
            in_fence_ = !in_fence_;
        } else if (in_fence_) {
            lines_.push_back(fit("    " + printable(line), style_.width));
        } else if (in_comment_ || text.starts_with("<!--")) {
            in_comment_ = text.find("-->") == text.npos;
        } else if (text.empty()) {
            end_paragraph();
            blank();
        } else if (text.starts_with('#')) {
            end_paragraph();
            const std::size_t title = text.find_first_not_of("# ");
            const std::string words = plain_text(text.substr(std::min(title, text.size())));
            lines_.push_back(paint(fit(words, style_.width), Tone::bold, style_.colour));
        } else {
            if (is_item(line)) end_paragraph();
            paragraph_ += (paragraph_.empty() ? "" : " ") + std::string(text);
        }
    }

    std::vector<std::string> end() {
        end_paragraph();
        while (!lines_.empty() && lines_.back().empty()) lines_.pop_back();
        return std::move(lines_);
    }

  private:
    void end_paragraph() {
        if (paragraph_.empty()) return;
        const int indent = is_item(paragraph_) ? static_cast<int>(paragraph_.find(' ')) + 1 : 0;
        for (std::string& line : wrap(plain_text(paragraph_), style_.width, indent)) {
            lines_.push_back(std::move(line));
        }
        paragraph_.clear();
    }

    void blank() {
        if (!lines_.empty() && !lines_.back().empty()) lines_.emplace_back();
    }

    const Style& style_;
    std::vector<std::string> lines_;
    std::string paragraph_;
    bool in_fence_ = false;
    bool in_comment_ = false;
};

}  // namespace

std::string section(std::string_view page, std::string_view name) {
    std::string text;
    bool inside = false, in_fence = false;
    for (const std::string& line : lines_of(page)) {
        in_fence = in_fence != is_fence(line);
        if (!in_fence && line.starts_with("## ")) {
            inside = trimmed(std::string_view(line).substr(3)) == name;
        } else if (inside) {
            text += line + "\n";
        }
    }
    return text;
}

std::vector<std::string> prose(std::string_view markdown, const Style& style) {
    Renderer renderer(style);
    for (const std::string& line : lines_of(markdown)) renderer.line(line);
    return renderer.end();
}

std::string plain_text(std::string_view paragraph) {
    std::string text;
    bool in_code = false;
    for (std::size_t i = 0; i < paragraph.size(); ++i) {
        const std::string_view rest = paragraph.substr(i);
        if (rest[0] == '`') {
            in_code = !in_code;
        } else if (!in_code && rest.starts_with("**")) {
            ++i;
        } else if (const std::size_t middle = rest.find("](");
                   !in_code && rest[0] == '[' && middle != rest.npos && middle == rest.find(']') &&
                   rest.find(')', middle) != rest.npos) {
            text += plain_text(rest.substr(1, middle - 1));
            i += rest.find(')', middle);
        } else {
            text += rest[0];
        }
    }
    return printable(text);
}

}  // namespace course
