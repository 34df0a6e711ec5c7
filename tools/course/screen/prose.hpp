// A page of a lesson as lines on a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "course/screen/style.hpp"

namespace course {

// What stands below the heading `## name`, up to the next heading of that level.
// Empty if there is no such heading.
std::string section(std::string_view page, std::string_view name);

// Markdown as lessons use it: paragraphs, lists, headings, fenced blocks, code, links, emphasis.
// Lines of at most `style.width` columns; `style.height` is not looked at.
std::vector<std::string> prose(std::string_view markdown, const Style& style);

// One paragraph with its marks of code, emphasis and links resolved.
std::string plain_text(std::string_view paragraph);

}  // namespace course
