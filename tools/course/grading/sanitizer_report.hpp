// What ThreadSanitizer and AddressSanitizer report, understood.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "course/model/verdict.hpp"
#include "course/stacks/thread_states.hpp"

namespace course {

struct SanitizerReport {
    struct Section {
        std::string title;  // "Write of size 4 at 0x... by thread T1"
        std::vector<Frame> frames;
    };
    Verdict verdict = Verdict::crash;
    std::string headline;  // "data race", "heap-use-after-free"
    std::vector<Section> sections;
};

// The format that the grader asks for: "    #0 /path/to/module 0x1234".
inline constexpr const char* kSanitizerFrames = "stack_trace_format=\"    #%n %m %o\"";

// The first report in the text of a sanitizer's log.
SanitizerReport parse_sanitizer_report(std::string_view log);

}  // namespace course
