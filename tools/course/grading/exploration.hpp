// What the explorer is asked for and what it found, in the terms of the course.
#pragma once

#include <cstdint>
#include <interleave/result.hpp>
#include <string>
#include <vector>

#include "course/grading/engines/engine.hpp"
#include "course/grading/workspace.hpp"
#include "course/model/verdict.hpp"

namespace course {

struct Observation;

struct Search {
    int bound = -1;          // preemptions; -1: whatever the explorer finds best
    std::uint64_t seed = 1;  // of the random searches
    // Where a search that finds nothing ends, in all executions together: about a second, for
    // somebody waits. Not in seconds, because the verdict is the same on a loaded machine.
    std::uint64_t steps = 2'000'000;
    double seconds = 60;        // the last resort
    bool step_through = false;  // one execution, as interleave::Options says
    std::vector<int> picks;
    std::string schedule;          // the explorer's token: replay this one schedule; empty: search
    std::vector<std::string> own;  // interleave::Options::own
};

struct Exploration {
    std::string test;  // "JoinHandle.join_sees_what_the_thread_wrote"
    interleave::Result found;
};

// What the learner looks at: the exercise's own files, and its tests. A part that was written
// before or is given stays in the background.
std::vector<std::string> own_files(const Examination& on);

// The course's word for it. Several of the explorer's are one of the course's.
Verdict verdict_of(interleave::Verdict verdict);

Cause cause_of(const interleave::Result& found);

// What there is to say of this one failure.
std::string detail_of(const interleave::Result& found);

// The files as the learner knows them, so that a table, a page or a trace names them so.
interleave::Result with_known_paths(interleave::Result found, const Workspace& workspace);

// The stack in which the failure shows best: that of a place that the learner wrote, where there is
// one.
const interleave::Frame* learners_frame(const interleave::Result& found,
                                        const Workspace& workspace);

// The command that shows what an exploration of the exercise finds, with all its steps.
std::string explore_command(const Exercise& exercise, const GradeRequest& request);

// A token of the course begins with the number of the explored test that it belongs to, counted
// from 1: "2:5f0c1a2b/12>1". Gives what was found such a token.
void name_the_test(Observation& seen, std::size_t test);

// Builds the exercise's tests as a check does and explores each, or replays the one that the token
// in `search` names. A submission that cannot be explored, because it does not compile or stops
// itself, is in `refused`. Throws Error(kBadUsage) for a token of another program.
struct Explorations {
    std::vector<Exploration> all;
    std::optional<Result> refused;
};
Explorations explore_all(const Examination& on, const Search& search);

}  // namespace course
