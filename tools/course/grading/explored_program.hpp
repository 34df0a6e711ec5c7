// The program of an exercise, explored as a whole: its main is the body.
#pragma once

#include <filesystem>
#include <interleave/interleave.hpp>

#include "course/grading/engines/engine.hpp"

namespace course {

class ExploredProgram {
  public:
    // Builds it. Throws Error(kBrokenEnvironment).
    explicit ExploredProgram(const Examination& on);
    ~ExploredProgram();
    ExploredProgram(const ExploredProgram&) = delete;
    ExploredProgram& operator=(const ExploredProgram&) = delete;

    // Everything that it can print; failures count, data races are none.
    // Throws Error(kBrokenEnvironment) if that is too much to go through.
    interleave::Result outcomes() const;

    // What the options ask for, with the files as the learner knows them.
    interleave::Result run(const interleave::Options& options) const;

  private:
    interleave::Result start(const interleave::Options& options, bool outcomes) const;

    const Examination& on_;
    std::filesystem::path program_;
};

// How an exercise's program is stepped through: where a failure is what is looked for, a data race
// is one; elsewhere what races are steps like others.
interleave::Options stepping(const Exercise& exercise, std::vector<int> picks);

}  // namespace course
