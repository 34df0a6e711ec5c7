// From a submission and its test to a test program.
#pragma once

#include <filesystem>
#include <optional>

#include "course/grading/engines/engine.hpp"

namespace course {

// Compiles the test of the exercise with the submission for that engine and links it with the
// engine's kit, which has to be ready. The verdict if that does not work, else nothing.
std::optional<Result> build_test(const Examination& on, EngineKind kind,
                                 const std::filesystem::path& program);

}  // namespace course
