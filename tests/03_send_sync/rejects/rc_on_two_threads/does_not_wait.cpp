// verdict: wrong_result
// test: RcOnTwoThreads.bake_comes_back_after_every_oven
// why: Arc keeps the recipe alive, and bake comes back before the bread is done.

    // [bake]
    std::vector<std::jthread> ovens;
    auto shared = fearless::make_arc<Recipe>(std::move(recipe));
    for (std::size_t oven = 0; oven < loaves.size(); ++oven) {
        ovens.emplace_back([own = shared, count = loaves[oven], report = reports[oven]] {
            const auto open_book = own;
            report(*open_book, count * open_book->grams);
        });
        ovens.back().detach();
    }
    // [bake]
