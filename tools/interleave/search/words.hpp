// Words for what a recorded execution consists of.
#pragma once

#include <interleave/result.hpp>
#include <string>
#include <vector>

#include "interleave/runtime/execution.hpp"

namespace interleave::search {

std::string name_of(const runtime::Thread& thread);
std::string thread_name(int id);
// The object there, or null.
runtime::Object* object_at(std::uintptr_t address);
// Of what lies there.
std::string name_of(std::uintptr_t address);
// What a step found or left; what it did; what it did it to.
std::string value_of(const runtime::Note& note);
std::string action_of(const runtime::Note& note);
std::string object_of(const runtime::Note& note);
// Who holds the lock; empty if nobody does.
std::string holder_of(const runtime::Object& object);

// Where the thread was last seen.
std::vector<Frame> last_stack_of(const runtime::Thread& thread);
// Where the thread was started: there stands what it does, or what that is called.
std::vector<Frame> start_of(int thread);

}  // namespace interleave::search
