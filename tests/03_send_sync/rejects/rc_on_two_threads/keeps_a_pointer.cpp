// verdict: use_after_free
// why: The pointer that get() gives owns nothing, and the block with the owner ends before the
// ovens do.

    // [bake]
    std::vector<std::jthread> ovens;
    {
        auto shared = fearless::make_arc<Recipe>(std::move(recipe));
        for (std::size_t oven = 0; oven < loaves.size(); ++oven) {
            ovens.emplace_back([book = shared.get(), count = loaves[oven], report = reports[oven]] {
                report(*book, count * book->grams);
            });
        }
    }
    // [bake]
