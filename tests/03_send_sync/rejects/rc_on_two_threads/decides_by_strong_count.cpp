// verdict: leak
// why: Two ovens look at the count before either of them goes, so none finds that it is the last
// one.

// A bakery in which several ovens bake from one recipe, each on a thread of its own.
#include <fearless/arc.hpp>
#include <fearless/rc.hpp>
#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace rc_on_two_threads {

struct Recipe {
    std::string name;
    int grams = 0;  // of flour, for one loaf
};

// What an oven did with the recipe. Each oven has one of its own.
using Report = std::function<void(const Recipe& recipe, int grams_used)>;

// Lets each oven bake its loaves on a thread of its own, all from the one recipe, and waits for
// all. The recipe is never copied. It is destroyed when nobody uses it any more, and the ovens do
// not wait for each other.
inline void bake(Recipe recipe, const std::vector<int>& loaves,
                 const std::vector<Report>& reports) {
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
}

}  // namespace rc_on_two_threads
