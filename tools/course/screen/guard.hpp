// A second process that gives the terminal back if the runner is killed.
#pragma once

#include <sys/types.h>
#include <termios.h>

#include <string>

namespace course {

// Sleeps on a pipe. When the pipe ends while the terminal is taken, the runner was killed or has
// crashed: the guard restores the settings and writes the farewell sequence. It ends with the
// runner in any case.
class Guard {
  public:
    Guard(const termios& before, const std::string& farewell);
    ~Guard();
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;

    void terminal_is_taken(bool taken);

  private:
    int pipe_ = -1;
    pid_t process_ = -1;
};

}  // namespace course
