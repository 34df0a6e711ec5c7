// RwLock and std::shared_mutex; and a plain mutex, which is what a reader/writer lock has to beat
// where it is used for short reads.
#include "rw_lock.hpp"

#include <fearless/mutex.hpp>
#include <fearless/rw_lock.hpp>
#include <mutex>
#include <shared_mutex>

namespace {

class Standard {
  public:
    int read() {
        const std::shared_lock hold(mutex_);
        return value_;
    }
    void write() {
        const std::unique_lock hold(mutex_);
        ++value_;
    }

  private:
    std::shared_mutex mutex_;
    int value_ = 0;
};

class Plain {
  public:
    int read() {
        return value_.with([](int& value) { return value; });
    }
    void write() {
        value_.with([](int& value) { ++value; });
    }

  private:
    fearless::Mutex<int> value_{0};
};

[[maybe_unused]] const bool registered = [] {
    rw_lock_bench::register_rw_lock<rw_lock_bench::Ours<fearless::RwLock<int>>>("ours");
    rw_lock_bench::register_rw_lock<Standard>("std::shared_mutex");
    rw_lock_bench::register_rw_lock<Plain>("Mutex<T>");
    return true;
}();

}  // namespace
