// verdict: not_concurrent
// why: The reporters run here, one after the other.

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
        reporter(tx);
    }
    {
        const auto gone = std::move(tx);
    }
    for (const int report : rx) reports.push_back(report);
    // [collect]
    return reports;
}
