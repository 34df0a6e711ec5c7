// What the events of a schedule say about the time between them: who holds which lock, and who woke
// whom.
#pragma once

#include <cstddef>
#include <interleave/result.hpp>
#include <map>
#include <string>
#include <vector>

namespace interleave::report {

std::string thread_name(const Result& result, int thread);

// Events are named by their index in Result::events.
struct LockChange {
    std::size_t event = 0;
    int thread = 0;
    std::string lock;
    bool acquired = false;
};

// In the order of the events. The end agrees with ThreadInfo::holds.
std::vector<LockChange> lock_changes(const Result& result);

struct Wakeup {
    std::size_t notification = 0;  // the event that notifies
    std::size_t wake = 0;          // the first event of the thread that it woke
};
std::vector<Wakeup> wakeups(const Result& result);

// The locks of each thread, step by step.
class Holdings {
  public:
    explicit Holdings(const Result& result) : changes_(lock_changes(result)) {}

    // Goes forward to the time just after an event; never backward.
    void advance_to(std::size_t event);

    std::vector<std::string> of(int thread) const;

  private:
    std::vector<LockChange> changes_;
    std::size_t next_ = 0;
    std::map<int, std::vector<std::string>> held_;
};

}  // namespace interleave::report
