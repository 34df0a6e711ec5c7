// verdict: data_race
// why: The copies are made by one thread, and destroyed by several.

    // [bake]
    std::vector<std::jthread> ovens;
    std::vector<fearless::Rc<Recipe>> books(loaves.size(),
                                            fearless::make_rc<Recipe>(std::move(recipe)));
    for (std::size_t oven = 0; oven < loaves.size(); ++oven) {
        ovens.emplace_back(
            [own = std::move(books[oven]), count = loaves[oven], report = reports[oven]]() mutable {
                const auto open_book = std::move(own);
                report(*open_book, count * open_book->grams);
            });
    }
    // [bake]
