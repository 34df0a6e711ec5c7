// why: The Rc stays on the caller's thread, copies and all; the ovens read through a pointer, and
// are joined first.

    // [bake]
    auto shared = fearless::make_rc<Recipe>(std::move(recipe));
    {
        std::vector<std::jthread> ovens;
        for (std::size_t oven = 0; oven < loaves.size(); ++oven) {
            ovens.emplace_back([book = shared.get(), count = loaves[oven], report = reports[oven]] {
                report(*book, count * book->grams);
            });
        }
    }
    // [bake]
