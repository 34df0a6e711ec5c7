// verdict: not_concurrent
// why: One oven after the other: the Rc is right now, and the bakery is slow.

    // [bake]
    auto shared = fearless::make_rc<Recipe>(std::move(recipe));
    for (std::size_t oven = 0; oven < loaves.size(); ++oven) {
        std::jthread([own = shared, count = loaves[oven], report = reports[oven]] {
            const auto open_book = own;
            report(*open_book, count * open_book->grams);
        }).join();
    }
    // [bake]
