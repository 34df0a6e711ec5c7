// All that watch mode knows at a moment, for the pages that show it.
#pragma once

#include <optional>
#include <string>

#include "course/model/manifest.hpp"
#include "course/model/preparation.hpp"
#include "course/model/state.hpp"
#include "course/model/verdict.hpp"

namespace course {

struct Situation {
    const Course* course = nullptr;
    const Exercise* exercise = nullptr;
    State state;
    enum class Check { stopped, running, judged, failed } check = Check::stopped;
    std::optional<Preparation> preparation;  // that the running check waits for
    std::optional<Result> result;  // of the last check that came to a verdict on this exercise
    std::string failure;           // why the last check came to none
    bool hints_open = false;       // those seen so far stand on the screen

    bool has_passed() const {
        return check != Check::failed && result && result->verdict == Verdict::passed;
    }
};

}  // namespace course
