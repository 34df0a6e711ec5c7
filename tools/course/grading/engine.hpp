// The ways in which a submission is examined, behind one interface.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "grader.hpp"
#include "grading/workspace.hpp"
#include "toolchain.hpp"

namespace course {

struct Examination {
    const Course& course;
    const Exercise& exercise;
    const GradeRequest& request;
    const Workspace& workspace;
    const Toolchain& toolchain;
};

class Engine {
  public:
    virtual ~Engine() = default;
    // Builds and runs what it takes. The result's exercise, seconds and engine are the caller's
    // to fill in.
    virtual Result examine(const Examination& examination) = 0;
};

// `repeats`: how many times the program is run; the first run that does not pass counts.
std::unique_ptr<Engine> make_engine(EngineKind kind, int repeats = 1);

}  // namespace course
