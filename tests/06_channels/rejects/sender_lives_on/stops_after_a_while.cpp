// verdict: wrong_result
// why: A slow reporter is no reporter that has gone.

#include <fearless/channel.hpp>
#include <functional>
#include <thread>
#include <utility>
#include <vector>

using Reporter = std::function<void(const fearless::Sender<int>&)>;

// Gives every reporter a thread and a sender, and returns all that they sent.
inline std::vector<int> collect(const std::vector<Reporter>& reporters) {
    std::vector<int> reports;
    // [collect]
    auto [tx, rx] = fearless::channel<int>();
    std::vector<std::jthread> threads;
    for (const Reporter& reporter : reporters) {
        threads.emplace_back([&reporter, tx = tx] { reporter(tx); });
    }
    while (const auto report = rx.recv_for(std::chrono::milliseconds(1))) {
        reports.push_back(*report);
    }
    // [collect]
    return reports;
}
