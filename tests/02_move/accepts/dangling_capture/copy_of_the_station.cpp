// why: [*this] copies the whole station into the closure.

// A weather station that reports on a thread of its own.
#include <string>
#include <thread>
#include <utility>

namespace dangling_capture {

// Where reports are written. It outlives every thread that writes to it.
class Log {
  public:
    virtual ~Log() = default;
    virtual void wait_until_open() = 0;  // from any thread
    virtual void write(const std::string& line) = 0;
};

class Station {
  public:
    explicit Station(std::string name) : name_(std::move(name)) {}

    // Starts a thread that writes "NAME: READING" once the log is open, and returns that thread
    // without waiting for it. The station may be gone by the time the log opens.
    std::thread report(Log& log, int reading) const {
        // [start]
        return std::thread([*this, &log, reading] {
            log.wait_until_open();
            log.write(name_ + ": " + std::to_string(reading));
        });
        // [start]
    }

  private:
    std::string name_;
};

}  // namespace dangling_capture
