// A bakery in which several ovens bake from one recipe, each on a thread of its own.
#include <fearless/arc.hpp>
#include <fearless/rc.hpp>
#include <fearless/spawn_send.hpp>
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

// What an oven did with the recipe. Each oven has one of its own. What a std::function holds cannot
// be seen from outside, so spawn_send refuses it; a std::jthread asks nobody.
using Report = std::function<void(const Recipe& recipe, int grams_used)>;

// Lets each oven bake its loaves on a thread of its own, all from the one recipe, and waits for
// all. The recipe is never copied. It is destroyed when nobody uses it any more, and the ovens do
// not wait for each other.
inline void bake(Recipe recipe, const std::vector<int>& loaves,
                 const std::vector<Report>& reports) {
    // [bake]
    std::vector<std::jthread> ovens;
    auto shared = fearless::make_arc<Recipe>(std::move(recipe));
    for (std::size_t oven = 0; oven < loaves.size(); ++oven) {
        ovens.emplace_back([own = shared, count = loaves[oven], report = reports[oven]] {
            const auto open_book = own;  // one owner more for as long as it bakes
            report(*open_book, count * open_book->grams);
        });
    }
    // [bake]
}

}  // namespace rc_on_two_threads
