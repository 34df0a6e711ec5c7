// verdict: wrong_result
// why: One value for each reporter is a guess; some send more, some nothing.

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
    for (std::size_t i = 0; i < reporters.size(); ++i) {
        if (const auto report = rx.recv_for(std::chrono::milliseconds(200))) {
            reports.push_back(*report);
        }
    }
    // [collect]
    return reports;
}
