// How the commands of both tools say that they cannot go on.
#pragma once

#include <stdexcept>
#include <string>

namespace sys {

// Exit statuses of the command lines; scripts rely on the numbers.
enum ExitStatus { kPassed = 0, kNotPassed = 1, kBadUsage = 2, kBrokenEnvironment = 3 };

// One clear sentence for the person at the terminal, and the exit status that goes with it.
// Whoever can go on without what failed catches it; else main() prints it.
class Error : public std::runtime_error {
  public:
    Error(ExitStatus status, const std::string& sentence)
        : std::runtime_error(sentence), status_(status) {}
    ExitStatus status() const { return status_; }

  private:
    ExitStatus status_;
};

class MissingProgram : public Error {
  public:
    explicit MissingProgram(const std::string& program)
        : Error(kBrokenEnvironment, "The program " + program + " is not installed.") {}
};

}  // namespace sys
