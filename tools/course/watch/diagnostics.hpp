// What a compiler said, without what it said around it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace course {

struct CompilerError {
    bool own = false;                 // its place is in one of the learner's files
    std::string place;                // "exercises/fearless/task.hpp:12"
    std::string message;              // "static assertion failed: ..."
    std::vector<std::string> source;  // the line and the marks below it, as the compiler drew them
};

// The errors in g++'s or clang's output, those in `files` first. An error inside a library that
// was instantiated from one of the files has its place there.
std::vector<CompilerError> compiler_errors(std::string_view output,
                                           const std::vector<std::string>& files);

}  // namespace course
