// How every command of the runner says that it cannot go on.
#pragma once

#include <stdexcept>
#include <string>

namespace sys {

// Exit statuses of the command line; scripts rely on the numbers.
enum ExitStatus { kPassed = 0, kNotPassed = 1, kBadUsage = 2, kBrokenEnvironment = 3 };

// One clear sentence for the person at the terminal, and the exit status that goes with it.
// main() is the only place that catches it.
class Error : public std::runtime_error {
  public:
    Error(ExitStatus status, const std::string& sentence)
        : std::runtime_error(sentence), status_(status) {}
    ExitStatus status() const { return status_; }

  private:
    ExitStatus status_;
};

}  // namespace sys
