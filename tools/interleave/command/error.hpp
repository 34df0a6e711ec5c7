// How the command says that it cannot go on.
#pragma once

#include <stdexcept>
#include <string>

namespace interleave::command {

// Exit statuses; scripts rely on the numbers.
enum ExitStatus { kNothingFound = 0, kFound = 1, kBadUsage = 2, kCannotBuild = 3 };

// One clear sentence for the person at the terminal. Only main() catches it.
class Error : public std::runtime_error {
  public:
    Error(ExitStatus status, const std::string& sentence)
        : std::runtime_error(sentence), status_(status) {}
    ExitStatus status() const { return status_; }

  private:
    ExitStatus status_;
};

}  // namespace interleave::command
