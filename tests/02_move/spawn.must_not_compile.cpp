#include <fearless/spawn.hpp>
#include <functional>
#include <memory>
#include <utility>

namespace {

void count(int& number) {
    ++number;
}
int take(std::unique_ptr<int> number) {
    return *number;
}

}  // namespace

// case REFERENCE: spawn: f does not take these arguments as rvalues; for a T&, pass std::ref(x)
void spawn_with_a_reference(int& number) {
#ifdef REFERENCE
    fearless::spawn(count, number).join();
#else
    fearless::spawn(count, std::ref(number)).join();
#endif
}

// case SECOND: spawn: f does not take these arguments as rvalues; for a T&, pass std::ref(x)
void spawn_with_a_reference_after_a_value(int first, int& second) {
    const auto add = [](int more, int& sum) { sum += more; };
#ifdef SECOND
    fearless::spawn(add, first, second).join();
#else
    fearless::spawn(add, first, std::ref(second)).join();
#endif
}

// case UNIQUE_PTR: spawn: an argument cannot be copied into the thread; use std::move
int spawn_with_a_unique_ptr(std::unique_ptr<int> number) {
#ifdef UNIQUE_PTR
    return fearless::spawn(take, number).join();
#else
    return fearless::spawn(take, std::move(number)).join();
#endif
}
