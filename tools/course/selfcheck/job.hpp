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

struct Job {
    std::string name;   // unique: its duration is remembered under it
    std::string again;  // the command that shows a failure again
    std::function<Problems()> work;
    std::function<std::vector<Job>()> then =
        {};  // after success: jobs that could not be known before
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
    std::size_t not_run = 0;                // left when it was stopped
    std::map<std::string, double> seconds;  // of each job that ended
};

// Seconds by name of job, as an earlier run left them; empty when there was none.
std::map<std::string, double> load_durations(const std::filesystem::path& file);

// Adds to what the file says. A file that cannot be written is no fault: it only orders jobs.
void save_durations(const std::filesystem::path& file,
                    const std::map<std::string, double>& seconds);

// Runs all of them, the longest first as far as `durations` knows, and those it does not know
// before the others. An exception that leaves a job is a problem of that job. Once `stopped`
// says so no job is started, and those that are under way count as not run.
Tally run_jobs(std::vector<Job> jobs, unsigned workers,
               const std::map<std::string, double>& durations, Reporter& reporter,
               const std::function<bool()>& stopped);

}  // namespace course::checking
