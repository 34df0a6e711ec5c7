// Precompiled for every engine: what nearly every test and every part includes. A test still
// includes what it uses, so that it compiles without this. No include guard: it is a main file.

#include <gtest/gtest.h>

#include "support/instances.hpp"
#include "support/probe.hpp"
#include "support/schedules.hpp"
#include "support/standard_pch.hpp"
