// verdict: passed
// why: uselocale changes the locale of the calling thread only.

#include <locale.h>

#include <atomic>
#include <cassert>
#include <clocale>
#include <cstdio>
#include <cstring>
#include <thread>

std::atomic<int> steps = 0;

void with_a_locale_of_its_own() {
    const locale_t own = newlocale(LC_ALL_MASK, "C", nullptr);
    const locale_t before = uselocale(own);
    ++steps;
    assert(uselocale(nullptr) == own);
    uselocale(before);
    freelocale(own);
}

void with_the_locale_of_all() {
    assert(uselocale(nullptr) == LC_GLOBAL_LOCALE);
    ++steps;
    assert(uselocale(nullptr) == LC_GLOBAL_LOCALE);
    char text[16];
    std::snprintf(text, sizeof text, "%.1f", 0.5);
    assert(std::strcmp(text, "0.5") == 0);
}

int main() {
    std::thread one(with_a_locale_of_its_own);
    std::thread two(with_the_locale_of_all);
    one.join();
    two.join();
}
