// verdict: lost_wakeup
// why: Both notifications can come too early.

#include <atomic>
#include <condition_variable>
#include <mutex>

// pass() comes back when the gate is open, however many threads wait, and whenever open() is
// called. Whoever waits sleeps. A gate that is open stays open.
class Gate {
  public:
    void open() {
        // [open]
        opened_.notify_all();
        open_ = true;
        opened_.notify_all();
        // [open]
    }

    void pass() {
        std::unique_lock hold(mutex_);
        while (!open_) opened_.wait(hold);
    }

  private:
    std::mutex mutex_;
    std::condition_variable opened_;
    std::atomic<bool> open_ = false;
};
