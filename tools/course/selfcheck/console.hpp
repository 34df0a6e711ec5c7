// What a run of selfcheck shows.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "course/selfcheck/job.hpp"

namespace course::checking {

// On a terminal one line that is rewritten, elsewhere a line for each job. A failure is shown
// whole when it comes.
class Console : public Reporter {
  public:
    // width: of the terminal; 0 if `out` is none.
    Console(std::FILE* out, std::size_t jobs, std::size_t width)
        : out_(out), jobs_(jobs), width_(width) {}

    void started(const Job& job) override;
    void ended(const Job& job, const Problems& problems, double seconds) override;
    void more(std::size_t jobs) override { jobs_ += jobs; }

    void costs(const std::vector<std::string>& lines);
    // The last word: what was left out, and "N passed, N failed".
    void finished(const Tally& tally);

  private:
    void clear_line();
    void show_line(const std::string& name);

    std::FILE* out_;
    std::size_t jobs_, done_ = 0, failed_ = 0;
    std::size_t width_;
};

}  // namespace course::checking
