// verdict: leak
// why: Two ovens look at the count before either of them goes, so none finds that it is the last
// one.

    // [bake]
    std::vector<std::jthread> ovens;
    auto owners = fearless::make_arc<int>(0);
    const auto* const book = new Recipe(std::move(recipe));
    if (loaves.empty()) delete book;
    for (std::size_t oven = 0; oven < loaves.size(); ++oven) {
        ovens.emplace_back([owners, book, count = loaves[oven], report = reports[oven]]() mutable {
            const auto own = std::move(owners);
            report(*book, count * book->grams);
            if (own.strong_count() == 1) delete book;
        });
    }
    owners = fearless::make_arc<int>(0);
    // [bake]
