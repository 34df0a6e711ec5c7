// Right: the owners are counted in an atomic, and the last one destroys.
#include <fearless/arc.hpp>
#include <fearless/spawn_send.hpp>
#include <iostream>
#include <utility>

struct Bread {
    ~Bread() { std::cout << "the bread is gone\n"; }
    int grams = 500;
};

int main() {
    // [threads]
    const auto weigh = [](fearless::Arc<Bread> own) {
        for (int i = 0; i < 1000; ++i) const auto copy = own.clone();
        return own->grams;
    };
    auto bread = fearless::make_arc<Bread>();
    auto other = fearless::spawn_send(weigh, bread);
    const int grams = weigh(bread) + std::move(other).join();
    std::cout << grams << " grams, owners: " << bread.strong_count() << "\n";
    // [threads]
}
