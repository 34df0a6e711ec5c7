#include "interleave/report/source_lines.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

namespace interleave::report {
namespace {

// A frame can name anything; no source file that somebody reads is longer.
constexpr std::uintmax_t kLargestFile = 4u << 20;

std::vector<std::string> read_lines(const std::string& file) {
    std::vector<std::string> lines;
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) return lines;
    if (std::filesystem::file_size(file, error) > kLargestFile || error) return lines;
    std::ifstream in(file, std::ios::binary);
    for (std::string line; std::getline(in, line);) {
        if (line.ends_with('\r')) line.pop_back();
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace

bool is_system_file(std::string_view file) {
    // clang names its headers as /usr/bin/../lib/gcc/x86_64-linux-gnu/12/../../../../include/...
    const std::string path = std::filesystem::path(file).lexically_normal().string();
    static constexpr std::array<std::string_view, 6> kFolders = {
        "/usr/include/",       "/usr/lib/",       "/usr/lib64/",
        "/usr/local/include/", "/usr/local/lib/", "/usr/src/"};
    // The C library's own debug information has paths relative to its source tree.
    static constexpr std::array<std::string_view, 6> kParts = {
        "./nptl/", "nptl/", "../sysdeps/", "sysdeps/", "./stdlib/", "../csu/"};
    const auto starts = [](std::string_view text) {
        return [text](std::string_view prefix) { return text.starts_with(prefix); };
    };
    return std::ranges::any_of(kFolders, starts(path)) || std::ranges::any_of(kParts, starts(file));
}

const Frame* reader_frame(const std::vector<Frame>& stack) {
    const auto own = std::ranges::find(stack, true, &Frame::own);
    if (own != stack.end()) return &*own;
    const auto mine = [](const Frame& frame) {
        return !frame.file.empty() && frame.line > 0 && !is_system_file(frame.file);
    };
    const auto found = std::ranges::find_if(stack, mine);
    return found == stack.end() ? nullptr : &*found;
}

std::string shown_path(const std::string& file) {
    std::error_code error;
    const std::filesystem::path here = std::filesystem::current_path(error);
    const std::filesystem::path path = std::filesystem::path(file).lexically_normal();
    if (error || !path.is_absolute()) return path.string();
    const std::filesystem::path relative = path.lexically_relative(here);
    if (relative.empty() || *relative.begin() == "..") return path.string();
    return relative.string();
}

std::string file_name(const std::string& file) {
    return std::filesystem::path(file).filename().string();
}

const std::vector<std::string>& SourceLines::all(const std::string& file) {
    const auto known = files_.find(file);
    if (known != files_.end()) return known->second;
    return files_.emplace(file, read_lines(file)).first->second;
}

std::string SourceLines::trimmed(const std::string& file, int line) {
    const std::vector<std::string>& lines = all(file);
    if (line < 1 || static_cast<std::size_t>(line) > lines.size()) return {};
    const std::string& text = lines[static_cast<std::size_t>(line) - 1];
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace interleave::report
