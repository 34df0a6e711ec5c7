// What a run of selfcheck costs, in processor time, which a busy machine does not change much.
#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "course/grading/toolchain.hpp"
#include "course/model/manifest.hpp"
#include "course/selfcheck/job.hpp"

namespace course::checking {

// Seconds of processor time, user and system together. Thread-safe but for the reading at the end.
class Cost {
  public:
    // One compilation that every machine can do: what the other figures are to be divided by when
    // those of two machines are compared.
    void calibrate(const Course& course, const Toolchain& toolchain,
                   const std::filesystem::path& scratch);

    // What the test programs of a known-wrong submission took.
    void note_program(const std::string& job, double cpu_seconds);

    // Submissions that were graded with the learners' compiler alone.
    std::atomic<std::size_t> with_one_compiler = 0;

    // The figures of the run, a line each. `seconds`: by the clock.
    std::vector<std::string> lines(const Tally& tally, double seconds) const;

  private:
    std::mutex mutex_;
    double calibration_ = 0;                       // 0: not measured
    std::map<std::string, double> slow_programs_;  // known-wrong, by the name of the job
};

}  // namespace course::checking
