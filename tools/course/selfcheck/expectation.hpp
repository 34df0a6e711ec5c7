// What the first lines of a known-wrong, right or hostile submission say that it must get.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "course/model/manifest.hpp"
#include "course/model/verdict.hpp"
#include "course/selfcheck/job.hpp"

namespace course::checking {

struct Expectation {
    Verdict verdict = Verdict::passed;
    std::string test;  // the promise that must fail; empty: any
    std::string says;  // what the message or the details must contain; empty: anything
    std::string why;
    std::string whole;           // why it is no overlay
    bool each_compiler = false;  // `compilers: each`: the compilers may differ here
    bool each_engine = false;    // `engines: each`: a right answer for the sanitizers, too
};

// Reads the comment lines `// verdict:`, `// test:`, `// says:`, `// why:`, `// whole:`,
// `// compilers:` and `// engines:` at the top of `text`, before its first region; in an answer
// they begin with `#`. Throws Error(kBrokenEnvironment) that names `file` for an unknown verdict,
// for a wrong submission without one, where the reason is missing, or where compilers or engines
// are not `each`.
Expectation read_expectation(const std::filesystem::path& file, std::string_view text,
                             bool must_name_a_verdict);

// The exercise for a submission of which that is expected: one that must run out of processor time
// is given less of it.
Exercise exercise_for(Exercise exercise, const Expectation& expected);

// How the result differs from what was expected.
Problems compare(const Expectation& expected, const Result& result);

}  // namespace course::checking
