// why: The source owns a copy of the numbers.

#include <fearless/sync_channel.hpp>
#include <functional>
#include <thread>
#include <utility>
#include <vector>

using Step = std::function<int(int)>;

// One stage: takes numbers until none is left, and passes on what `step` makes of them.
inline std::jthread start_stage(fearless::SyncReceiver<int> in, Step step,
                                fearless::SyncSender<int> out) {
    return std::jthread(
        [in = std::move(in), step = std::move(step), out = std::move(out)]() mutable {
            for (const int number : in) {
                if (!out.send(step(number))) return;
            }
        });
}

// Sends the numbers through both steps, and returns the results in order.
inline std::vector<int> run_pipeline(const std::vector<int>& numbers, Step first, Step second) {
    std::vector<int> results;
    // [pipeline]
    auto [to_first, first_in] = fearless::sync_channel<int>(1);
    auto [to_second, second_in] = fearless::sync_channel<int>(1);
    auto [to_results, results_in] = fearless::sync_channel<int>(1);
    const auto one = start_stage(std::move(first_in), std::move(first), std::move(to_second));
    const auto two = start_stage(std::move(second_in), std::move(second), std::move(to_results));
    const std::jthread source([numbers, out = std::move(to_first)] {
        for (const int number : numbers) (void)out.send(number);
    });
    for (const int result : results_in) results.push_back(result);
    // [pipeline]
    return results;
}
