// Runs the searches over one body, and turns the first failure into a result.
#pragma once

#include <chrono>
#include <interleave/interleave.hpp>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "interleave/runtime/execution.hpp"
#include "interleave/search/strategies.hpp"
#include "interleave/search/token.hpp"

namespace interleave::search {

class Explorer {
  public:
    // The body is set in runtime::execution. `collect`: outcomes are wanted, failures do not stop.
    Explorer(const Options& options, bool collect);
    Result run();

  private:
    struct Schedule {
        std::vector<std::uint8_t> order, values;
    };
    enum class Search { found, finished, out_of_budget };

    Search search(Strategy& strategy, std::uint64_t most);
    Search search_bounded(int bound, std::uint64_t most);
    Search search_dpor(Dpor& dpor, std::uint64_t most);
    Search sample(std::uint64_t most);
    void automatic();
    void one_mode();
    bool out_of_steps() const;
    bool out_of_time() const;
    bool count(End end);
    void note_outcome(End end);

    Schedule last_schedule() const;
    // Whether the schedule, followed as far as it goes, leads to the verdict.
    bool leads_to(const Schedule& schedule, Verdict verdict);
    // Runs the schedule step by step; where it deviates from the plainest one.
    std::vector<Deviation> run_again(const Schedule& schedule);
    void minimise();
    void report_failure();
    void replay_token();
    void watch_failure();
    void step_through();
    void learn_what_is_shared();

    Options options_;
    bool collect_;
    Result result_;
    Schedule failing_;
    std::unordered_set<std::uint64_t> traces_, reads_;
    std::map<std::string, Outcome> outcomes_;
    std::uint64_t steps_ = 0;  // of all executions so far
    std::chrono::steady_clock::time_point start_;
};

// The text that a body left as its outcome, for the running execution.
void set_outcome(const std::string& text);
std::string take_outcome();

}  // namespace interleave::search
