// why: The library's own spawn checks what goes in: an Arc, a number and a function that is
// declared Send.
// whole: a class and what it vouches for, outside of the namespace

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

// What an oven did with the recipe. Each oven has one of its own.
using Report = std::function<void(const Recipe& recipe, int grams_used)>;

// Calls the report of its oven, which no other oven has.
class Oven {
  public:
    explicit Oven(Report report) : report_(std::move(report)) {}
    void operator()(const fearless::Arc<Recipe>& book, int count) const {
        report_(*book, count * book->grams);
    }

  private:
    Report report_;
};

}  // namespace rc_on_two_threads

// Each Report belongs to one oven.
template <>
inline constexpr bool fearless::enable_send<rc_on_two_threads::Oven> = true;

namespace rc_on_two_threads {

// Lets each oven bake its loaves on a thread of its own, all from the one recipe, and waits for
// all. The recipe is never copied. It is destroyed when nobody uses it any more, and the ovens do
// not wait for each other.
inline void bake(Recipe recipe, const std::vector<int>& loaves,
                 const std::vector<Report>& reports) {
    // [bake]
    std::vector<fearless::JoinHandle<void>> ovens;
    auto shared = fearless::make_arc<Recipe>(std::move(recipe));
    for (std::size_t oven = 0; oven < loaves.size(); ++oven) {
        ovens.push_back(fearless::spawn_send(Oven{reports[oven]}, shared, loaves[oven]));
    }
    for (auto& oven : ovens) std::move(oven).join();
    // [bake]
}

}  // namespace rc_on_two_threads
