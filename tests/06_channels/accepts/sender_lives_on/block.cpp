// why: The sender lives in a block that ends before the loop.

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
    std::vector<std::jthread> threads;
    auto rx = [&] {
        auto [tx, rx] = fearless::channel<int>();
        for (const Reporter& reporter : reporters) {
            threads.emplace_back([&reporter, tx = tx] { reporter(tx); });
        }
        return std::move(rx);
    }();
    for (const int report : rx) reports.push_back(report);
    // [collect]
    return reports;
}
