// Independent jobs and the pool of workers that runs them.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace course::checking {

// What is not as it should be, one entry a fault: a sentence, then any lines that show it.
using Problems = std::vector<std::string>;

inline constexpr int kFirst = 1;   // of a job that others come after
inline constexpr int kSpare = -1;  // of a job that may be left out

struct Job {
    std::string name;   // unique: its duration is remembered under it
    std::string again;  // the command that shows a failure again
    std::function<Problems()> work;
    std::function<std::vector<Job>()> then =
        {};                 // after success: jobs that could not be known before
    std::string part = {};  // whose cost it is: a lesson, or empty for what is there once
    // Those with a higher one are taken first. Below 0: left out where there is no time for it.
    int priority = 0;
};

// Told about the run, one call at a time.
class Reporter {
  public:
    virtual ~Reporter() = default;
    virtual void started(const Job& job) = 0;
    virtual void ended(const Job& job, const Problems& problems, double seconds) = 0;
    virtual void more(std::size_t jobs) = 0;  // so many jobs came on top
};

struct Tally {
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::size_t not_run = 0;                    // left when it was stopped
    std::vector<std::string> skipped;           // spare jobs for which there was no time
    std::map<std::string, double> seconds;      // of each job that ended, by the clock
    std::map<std::string, double> cpu_seconds;  // the same in processor time
    std::map<std::string, double> parts;        // processor time of each part
};

// Seconds by name of job, by the clock or of processor time, as an earlier run left them; empty
// when there was none.
std::map<std::string, double> load_durations(const std::filesystem::path& file);

// Adds to what the file says. A file that cannot be written is no fault: it only orders jobs and
// informs whoever reads it.
void save_durations(const std::filesystem::path& file,
                    const std::map<std::string, double>& seconds);

struct PoolOptions {
    unsigned workers = 1;
    std::map<std::string, double> durations = {};  // as load_durations gives them
    // By the clock, from the start. Spare jobs that have not begun by then are skipped; 0: none.
    double budget_seconds = 0;
    std::function<bool()> stopped;
};

// Runs all of them: spare ones last, the longest first as far as the durations are known, and
// those that are not known before the others. An exception that leaves a job is a problem of that
// job. Once `stopped` says so no job is started, and those that are under way count as not run.
Tally run_jobs(std::vector<Job> jobs, const PoolOptions& options, Reporter& reporter);

}  // namespace course::checking
