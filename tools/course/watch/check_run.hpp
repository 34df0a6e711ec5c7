// A check in its own process, so that the screen stays responsive and the check can be ended.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>

#include "course/model/manifest.hpp"
#include "course/model/preparation.hpp"
#include "course/model/verdict.hpp"
#include "system/memory_file.hpp"

namespace course {

// What a check led to: a verdict, or one sentence on why there is none.
struct CheckEnd {
    std::optional<Result> result;
    std::string failure;
};

class CheckRun {
  public:
    // Starts `course check` on the exercise. It ends with this process, however that ends.
    // Throws Error(kBrokenEnvironment).
    CheckRun(const Course& course, const Exercise& exercise);
    // Ends it and waits until it is gone.
    ~CheckRun();
    CheckRun(const CheckRun&) = delete;
    CheckRun& operator=(const CheckRun&) = delete;

    // Asks the check to end with all that it has started; it is killed if it does not obey.
    void stop();

    // True once the process is gone. To be called after SIGCHLD, and when patience() is over.
    bool over();
    // Milliseconds until a check that was asked to end is killed; -1 if there is nothing to do.
    int patience() const;

    // How far the grader is that it has to wait for; nothing where it waits for none.
    std::optional<Preparation> preparation() const;

    // Once it is over.
    CheckEnd end() const;

  private:
    using Clock = std::chrono::steady_clock;

    pid_t process_ = -1;
    int status_ = 0;
    sys::MemoryFile output_, errors_, progress_;
    std::optional<Clock::time_point> kill_at_;
};

}  // namespace course
