// Abseil: one mutex that is a reader/writer lock as well.
#include <absl/synchronization/mutex.h>

#include <cstdint>

#include "../mutex.hpp"
#include "../rw_lock.hpp"

namespace {

class Counter {
  public:
    void count() {
        const absl::MutexLock hold(&mutex_);
        ++value_;
    }

  private:
    absl::Mutex mutex_;
    std::uint64_t value_ = 0;
};

class Shared {
  public:
    int read() {
        const absl::ReaderMutexLock hold(&mutex_);
        return value_;
    }
    void write() {
        const absl::WriterMutexLock hold(&mutex_);
        ++value_;
    }

  private:
    absl::Mutex mutex_;
    int value_ = 0;
};

[[maybe_unused]] const bool registered = [] {
    mutex_bench::register_mutex("absl::Mutex", mutex_bench::lock_count_unlock<Counter>);
    rw_lock_bench::register_rw_lock<Shared>("absl::Mutex");
    return true;
}();

}  // namespace
