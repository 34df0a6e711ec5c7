// verdict: data_race
// why: The const is on the reference. Each oven still makes a copy, and so counts in one plain
// number.

    // [bake]
    const auto shared = fearless::make_rc<Recipe>(std::move(recipe));
    std::vector<std::jthread> ovens;
    for (std::size_t oven = 0; oven < loaves.size(); ++oven) {
        ovens.emplace_back([&shared, count = loaves[oven], report = reports[oven]] {
            const fearless::Rc<Recipe> open_book = shared;
            report(*open_book, count * open_book->grams);
        });
    }
    // [bake]
