// verdict: wrong_result
// test: RcOnTwoThreads.all_ovens_read_one_recipe
// why: Every oven has a recipe of its own: no race, and not one recipe either.

    // [bake]
    std::vector<std::jthread> ovens;
    for (std::size_t oven = 0; oven < loaves.size(); ++oven) {
        ovens.emplace_back([recipe, count = loaves[oven], report = reports[oven]] {
            report(recipe, count * recipe.grams);
        });
    }
    // [bake]
