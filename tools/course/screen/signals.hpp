// Signals as events of the loop instead of interruptions.
#pragma once

#include <csignal>
#include <optional>
#include <string>
#include <vector>

namespace course {

// While it lives, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGCHLD, SIGTSTP and SIGCONT wait
// in a descriptor, and SIGPIPE and SIGTTOU do nothing. One at a time.
class Signals {
  public:
    Signals();
    ~Signals();
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    int fd() const { return descriptor_; }
    std::optional<int> next();  // without waiting

  private:
    sigset_t before_{};
    int descriptor_;
};

// A signal that asks the program to end.
bool asks_to_end(int signal);

// Stops the whole job as Ctrl-Z does, until it is continued. Returns at once where no shell could
// continue it.
void suspend_job();

}  // namespace course
