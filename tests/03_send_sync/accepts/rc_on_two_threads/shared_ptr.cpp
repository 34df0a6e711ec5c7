// why: std::shared_ptr counts with atomics, too; const, because nobody is to change the recipe.

#include <memory>

    // [bake]
    std::vector<std::jthread> ovens;
    auto shared = std::make_shared<const Recipe>(std::move(recipe));
    for (std::size_t oven = 0; oven < loaves.size(); ++oven) {
        ovens.emplace_back([own = shared, count = loaves[oven], report = reports[oven]] {
            report(*own, count * own->grams);
        });
    }
    // [bake]
