// `./course bench`: what a verdict costs, and how fast the tools and the parts are.
#pragma once

#include <string>

#include "course/model/manifest.hpp"

namespace course {

// "check" or "": from save to verdict, for every exercise. An exercise's name: for that one.
// "interleave": how fast the explorer is. "parts": the reference parts beside their peers.
// Prints a table; each run grades the reference solution and has to pass. Returns kPassed.
int bench(const Course& course, const std::string& what);

}  // namespace course
