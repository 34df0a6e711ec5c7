// The ways in which a submission is examined, behind one interface.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "course/grading/grader.hpp"
#include "course/grading/inspection.hpp"
#include "course/grading/toolchain.hpp"
#include "course/grading/workspace.hpp"

namespace course {

struct Examination {
    const Course& course;
    const Exercise& exercise;
    const GradeRequest& request;
    const Workspace& workspace;
    const Toolchain& toolchain;
    const TestSource test = test_source_of(course, exercise, request.last_test);
};

// How many things one engine does side by side: where checks run beside each other already, more
// would only take turns.
inline std::size_t side_by_side(const Examination& on) {
    return on.request.among_others ? 1 : 2;
}

// What `run` finds, as often as the request asks for.
Result the_same_each_time(const Examination& on, const std::function<Result()>& run);

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
