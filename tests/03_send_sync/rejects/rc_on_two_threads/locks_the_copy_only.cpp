// verdict: data_race
// why: The lock covers the making of a copy; its destruction counts, too, and has none.

#include <mutex>

    // [bake]
    std::mutex mutex;
    std::vector<std::jthread> ovens;
    auto shared = fearless::make_rc<Recipe>(std::move(recipe));
    for (std::size_t oven = 0; oven < loaves.size(); ++oven) {
        const std::lock_guard hold(mutex);
        ovens.emplace_back([&mutex, own = shared, count = loaves[oven], report = reports[oven]] {
            const auto open_book = [&] {
                const std::lock_guard hold(mutex);
                return own;
            }();
            report(*open_book, count * open_book->grams);
        });
    }
    // [bake]
