// Keys out of the bytes that a terminal sends.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace course {

// A typed character stands for itself.
using Key = int;
enum SpecialKey : Key {
    kEnter = '\r',
    kEscape = 0x1B,
    kInterrupt = 0x03,  // Ctrl-C
    kEndOfInput = 0x04,
    kSuspend = 0x1A,  // Ctrl-Z
    kUp = 0x100,
    kDown,
    kPageUp,
    kPageDown,
    kHome,
    kEnd,
    kUnknown,
};

class KeyReader {
  public:
    // The keys in `bytes`. The start of a sequence whose end has not arrived waits for it.
    std::vector<Key> keys(std::string_view bytes);

  private:
    Key sequence(std::size_t& at) const;

    std::string pending_;
};

}  // namespace course
