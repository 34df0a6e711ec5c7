// The terminal as a screen of lines, and back to what it was.
#pragma once

#include <termios.h>

#include <string>
#include <vector>

#include "course/screen/guard.hpp"

namespace course {

// Takes the terminal: no echo, keys as they come, the alternate screen. It is given back by the
// destructor, and by a guard process if this one is killed. On a terminal that cannot place its
// cursor (TERM=dumb) each new frame is printed below the last one.
class Terminal {
  public:
    Terminal();
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    void take();
    void give_back();

    // Lines beyond the size of the screen are not shown.
    void show(const std::vector<std::string>& lines);
    // The next show() paints everything anew.
    void forget();

    // What was typed, without waiting. Empty once the terminal is gone.
    std::string read();
    bool gone() const { return gone_; }

  private:
    void write(const std::string& bytes);

    termios before_{};
    bool plain_;  // no cursor to place
    bool taken_ = false;
    bool gone_ = false;
    std::vector<std::string> shown_;
    Guard guard_;
};

}  // namespace course
