// Precompiled for every engine: what nearly every test and every part includes. A test still
// includes what it uses, so that it compiles without this. No include guard: it is a main file.

#include <gtest/gtest.h>

#include "support/probe.hpp"
#include "support/schedules.hpp"
#include "support/standard_pch.hpp"

// The explorer has to see what a template does: it is instantiated where it is used.
#ifndef GRADER_SCHEDULES
#include "support/instances.hpp"
#endif
