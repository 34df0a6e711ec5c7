// What a piece of work costs: the processor time of its threads, and of the processes that they
// run.
#pragma once

#include <atomic>
#include <future>
#include <utility>

namespace sys {

// Seconds of processor time, user and system together. Thread-safe.
class CpuAccount {
  public:
    void charge(double seconds) { seconds_ += seconds; }
    double seconds() const { return seconds_; }

  private:
    std::atomic<double> seconds_{0};
};

// While it lives, what this thread works is charged to the account, and so is each process that it
// runs to its end. An inner scope is charged alone.
class CpuScope {
  public:
    explicit CpuScope(CpuAccount* account);
    ~CpuScope();
    CpuScope(const CpuScope&) = delete;
    CpuScope& operator=(const CpuScope&) = delete;

    // The account that this thread works for; null: none.
    static CpuAccount* current();

  private:
    CpuAccount* outer_;
};

// std::async with a thread of its own, which works for the account of the caller.
template <typename Function>
auto async_on_account(Function function) {
    return std::async(std::launch::async,
                      [account = CpuScope::current(), function = std::move(function)] {
                          const CpuScope scope(account);
                          return function();
                      });
}

}  // namespace sys
