// The learner's progress: a small text file, .course/state, outside every graded tree.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>

namespace course {

struct State {
    std::set<std::string> passed;      // exercise ids
    std::set<std::string> lent;        // parts taken from the reference library
    std::map<std::string, int> hints;  // exercise id -> hints shown, 1..3
    std::string current;               // the exercise that watch mode is on; may be empty
};

// An absent file is an empty state. A damaged line is an Error that names file and line; nothing
// is overwritten then.
State load_state(const std::filesystem::path& root);

// Written to a temporary file beside it, synced and renamed: after a crash or on a full disk the
// old state is whole. Throws Error(kBrokenEnvironment).
void save_state(const std::filesystem::path& root, const State& state);

// Loads, changes and saves under a lock, so that two runners at once lose nothing of each other.
// Returns what was saved. The way to change one thing while another runner may be at work.
State update_state(const std::filesystem::path& root, const std::function<void(State&)>& change);

}  // namespace course
