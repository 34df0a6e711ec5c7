// How far the building of the grader is, for which the first check has to wait.
#pragma once

namespace course {

struct Preparation {
    int done = 0, steps = 0;  // no steps while their number is not known
    bool over() const { return steps > 0 && done == steps; }
    bool operator==(const Preparation&) const = default;
};

}  // namespace course
