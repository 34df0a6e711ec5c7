// Types that refuse, and the nearest ones that do not.
#include <atomic>
#include <fearless/arc.hpp>
#include <fearless/rc.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using fearless::Send, fearless::Arc, fearless::Rc;
// [types]
struct Loaf {
    int grams;
};
struct Basket {
    std::vector<Loaf*> loaves;
};
struct OwnBasket {
    std::vector<Loaf> loaves;
};
// [types]

template <typename Left, typename Right>
void compare(const char* left, const char* right) {
    std::cout << left << (Send<Left> ? " travels" : " refuses") << ", " << right
              << (Send<Right> ? " travels\n" : " refuses\n");
}

int main() {
    // [compare]
    compare<Loaf*, std::unique_ptr<Loaf>>("Loaf*", "std::unique_ptr<Loaf>");
    compare<Basket, OwnBasket>("Basket", "OwnBasket");
    compare<std::string_view, std::string>("std::string_view", "std::string");
    compare<int&, std::atomic<int>&>("int&", "std::atomic<int>&");
    compare<Rc<Loaf>, Arc<Loaf>>("Rc<Loaf>", "Arc<Loaf>");
    compare<std::shared_ptr<Loaf>, std::shared_ptr<const Loaf>>("std::shared_ptr<Loaf>",
                                                                "std::shared_ptr<const Loaf>");
    // [compare]
}
