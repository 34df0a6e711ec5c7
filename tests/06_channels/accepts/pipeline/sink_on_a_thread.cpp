// why: The results are received on a thread, and the numbers are sent here.

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
    std::jthread sink([&results, in = std::move(results_in)]() mutable {
        for (const int result : in) results.push_back(result);
    });
    for (const int number : numbers) (void)to_first.send(number);
    {
        const auto gone = std::move(to_first);
    }
    sink.join();
    // [pipeline]
    return results;
}
