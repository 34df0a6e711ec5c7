// What a thread is given it copies at once; what its callable is given are those copies.
#include <iostream>
#include <latch>
#include <string>
#include <thread>

int main() {
    std::latch changed(1);
    std::string word = "before";
    // [copy]
    const auto print = [&changed](const std::string& copy, const std::string& made_of_a_pointer) {
        changed.wait();
        std::cout << "the thread reads " + copy + " and " + made_of_a_pointer + "\n";
    };
    std::thread thread(print, word, "a literal");
    word = "after";
    changed.count_down();
    thread.join();
    std::cout << "main reads " << word << "\n";
    // [copy]
}
