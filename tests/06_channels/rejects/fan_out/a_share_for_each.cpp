// verdict: wrong_result
// why: The jobs are dealt out in advance, so a slow one holds up those behind it.
// whole: no line of jobs, so another loop

#include <fearless/channel.hpp>
#include <fearless/mutex.hpp>
#include <functional>
#include <thread>
#include <utility>
#include <vector>

using Work = std::function<int(int)>;

// Runs work(job) for every job, on `workers` threads at once; the results come in any order.
inline std::vector<int> run_jobs(const std::vector<int>& jobs, int workers, const Work& work) {
    auto [to_workers, jobs_in] = fearless::channel<int>();
    for (const int job : jobs) (void)to_workers.send(job);
    {
        const auto gone = std::move(to_workers);
    }

    auto [to_results, results_in] = fearless::channel<int>();
    std::vector<std::vector<int>> shares(static_cast<std::size_t>(workers));
    std::size_t turn = 0;
    for (const int job : jobs_in) shares[turn++ % shares.size()].push_back(job);
    std::vector<std::jthread> threads;
    for (int i = 0; i < workers; ++i) {
        threads.emplace_back(
            [&share = shares[static_cast<std::size_t>(i)], &work, out = to_results] {
                for (const int job : share) (void)out.send(work(job));
            });
    }
    {
        const auto gone = std::move(to_results);
    }
    std::vector<int> results;
    for (const int result : results_in) results.push_back(result);
    return results;
}
