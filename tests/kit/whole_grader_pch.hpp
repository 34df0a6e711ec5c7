// Precompiled for every engine: what nearly every test and every part includes. A test still
// includes what it uses, so that it compiles without this. No include guard: it is a main file.

#include <gtest/gtest.h>

#include "kit/instances.hpp"
#include "kit/probe.hpp"
#include "kit/schedules.hpp"
#include "kit/standard_pch.hpp"
#include "kit/typical_uses.hpp"
