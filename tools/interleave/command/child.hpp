// The one place where the command starts a process, bounds it and leaves nothing of it behind.
#pragma once

#include <string>
#include <vector>

namespace interleave::command {

struct ChildSpec {
    std::vector<std::string> argv;         // argv[0] is looked up in PATH
    std::vector<std::string> environment;  // "NAME=value", added to the own one
    bool same_addresses = false;           // the same addresses in every run
    double seconds = 600;                  // then it is killed
};

struct ChildEnd {
    int status = 0;  // exit status; meaningless if a signal ended it
    int signal = 0;  // the signal that ended it, 0 for none
    bool timed_out = false;
    std::string output;  // standard output and error as they came; the first 256 KiB
    std::string result;  // what it wrote to descriptor kResultFile
};

inline constexpr int kResultFile = 3;

// Runs it to the end, with an empty standard input. Afterwards its whole process group is gone.
// Throws Error(kCannotBuild) if it cannot be started, or when a signal interrupts the command.
ChildEnd run_child(const ChildSpec& spec);

// From now on SIGINT, SIGTERM and SIGHUP end the running child instead of the command, which then
// ends in order. One that is ignored stays ignored.
void end_children_on_signals();
// Ends the command by the signal that came, so that whoever started it sees the truth. Returns
// only if none came.
void die_if_interrupted();

}  // namespace interleave::command
