// verdict: not_concurrent
// why: Each stage has all numbers before the next one has the first.

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
    for (const int number : numbers) results.push_back(first(number));
    for (int& number : results) number = second(number);
    (void)start_stage;
    // [pipeline]
    return results;
}
