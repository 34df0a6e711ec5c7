// An execution that somebody steps through. Nothing is kept between two looks at it: each runs it
// anew from its first line, which takes milliseconds, so that to go back is to look with fewer
// picks.
#pragma once

#include <interleave/result.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "course/grading/engines/engine.hpp"

namespace course {

class Stepper {
  public:
    virtual ~Stepper() = default;
    // Where these picks lead, with files as the learner knows them. Throws Error(kNotPassed) for
    // code that cannot be stepped through, because it stops itself.
    virtual interleave::Result after(const std::vector<int>& picks) = 0;
};

// What there is to play: an explored test of the exercise, or the program that it is about.
struct Playable {
    std::unique_ptr<Stepper> stepper;
    std::string test;                // its name; empty for a program
    std::vector<std::string> tests;  // all that could be played
    std::optional<Result> refused;   // the code does not compile
};

// `test`: a name, a part of it behind the dot, or a number counted from 1; empty: the first that
// some order breaks, or else the first.
// Throws Error(kBadUsage) where there is none.
Playable make_playable(const Examination& on, const std::string& test);

}  // namespace course
