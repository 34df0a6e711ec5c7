// verdict: not_concurrent
// why: One thread is never two at work at the same time.
// whole: the head of the loop

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
    const fearless::Mutex<fearless::Receiver<int>> line(std::move(jobs_in));
    std::vector<std::jthread> threads;
    for (int i = 0; i < (workers > 0); ++i) {
        threads.emplace_back([&line, &work, out = to_results] {
            for (;;) {
                // [take_a_job]
                const auto job = line.with([](fearless::Receiver<int>& in) { return in.recv(); });
                if (!job) return;
                // [take_a_job]
                (void)out.send(work(*job));
            }
        });
    }
    {
        const auto gone = std::move(to_results);
    }
    std::vector<int> results;
    for (const int result : results_in) results.push_back(result);
    return results;
}
