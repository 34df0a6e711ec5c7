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
    std::string types;                // of a template's static assertion: "T = int; U = char"
    std::string asked_from;           // where that template is used in the same file: "...:30"
    std::vector<std::string> source;  // the line and the marks below it, as the compiler drew them

    bool operator==(const CompilerError&) const = default;
};

// The errors in g++'s or clang's output, those in `files` first. An error inside a library that
// was instantiated from one of the files has its place there. None comes twice.
std::vector<CompilerError> compiler_errors(std::string_view output,
                                           const std::vector<std::string>& files);

}  // namespace course
