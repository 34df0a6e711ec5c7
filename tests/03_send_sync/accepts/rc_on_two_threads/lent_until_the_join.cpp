// why: No count at all: the parameter outlives the threads, which are joined before the function
// ends.

    // [bake]
    std::vector<std::jthread> ovens;
    for (std::size_t oven = 0; oven < loaves.size(); ++oven) {
        ovens.emplace_back([&recipe, &report = reports[oven], count = loaves[oven]] {
            report(recipe, count * recipe.grams);
        });
    }
    // [bake]
