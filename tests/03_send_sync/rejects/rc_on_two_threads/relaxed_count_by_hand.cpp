// verdict: data_race
// why: A count of its own, atomic and relaxed: nothing orders the reading before the destruction.

#include <atomic>

    // [bake]
    std::vector<std::jthread> ovens;
    std::atomic<std::size_t> left = loaves.size();
    const auto* const book = new Recipe(std::move(recipe));
    if (loaves.empty()) delete book;
    for (std::size_t oven = 0; oven < loaves.size(); ++oven) {
        ovens.emplace_back([&left, book, count = loaves[oven], report = reports[oven]] {
            report(*book, count * book->grams);
            if (left.fetch_sub(1, std::memory_order_relaxed) == 1) delete book;
        });
    }
    for (auto& oven : ovens) oven.join();
    // [bake]
