// const is about this name for an object; mutable gets around it. The rules see both.
#include <atomic>
#include <fearless/send_sync.hpp>
#include <iostream>
#include <string>

// [types]
struct Page {
    std::string text;
};
struct CountedPage {
    std::string text;
    mutable int reads;  // written to by who only reads
};
struct AtomicPage {
    std::string text;
    mutable std::atomic<int> reads;
};
// [types]

template <typename T>
void ask(const char* name) {
    const auto answer = [](bool yes) { return yes ? "yes" : "no"; };
    std::cout << name << ": several threads may change it: " << answer(fearless::Sync<T>)
              << ", read it: " << answer(fearless::Sync<const T>) << "\n";
}

int main() {
    ask<Page>("Page");
    ask<CountedPage>("CountedPage");
    ask<AtomicPage>("AtomicPage");
    ask<std::atomic<int>>("std::atomic<int>");
}
