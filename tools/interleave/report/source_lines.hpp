// The text of source files, and which of them belong to the reader.
#pragma once

#include <interleave/result.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace interleave::report {

// Whether a file came with the compiler or the system, so that the reader did not write it.
bool is_system_file(std::string_view file);

// The innermost frame in a file of the reader; nullptr if there is none.
const Frame* reader_frame(const std::vector<Frame>& stack);

// The path relative to the working directory where it lies below it.
std::string shown_path(const std::string& file);

// The last part of a path.
std::string file_name(const std::string& file);

// Reads each file once.
class SourceLines {
  public:
    // All lines; none if the file cannot be read.
    const std::vector<std::string>& all(const std::string& file);

    // One line, counted from 1, without the white space around it; empty if there is no such line.
    std::string trimmed(const std::string& file, int line);

  private:
    std::map<std::string, std::vector<std::string>> files_;
};

}  // namespace interleave::report
