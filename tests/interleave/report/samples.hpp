// Results as the explorer would give them, for the tests and to look at.
#pragma once

#include <interleave/result.hpp>
#include <string>
#include <vector>

namespace interleave::samples {

Result deadlock();      // a and b locked in opposite orders
Result lost_update();   // two threads read 0 and write 1
Result lost_wakeup();   // the notification comes before the wait
Result race();          // three threads count without a lock
Result hundred();       // 100 threads, 200 steps; two of them matter
Result spinning();      // 57 reads of a flag in a row
Result philosophers();  // a circle of five
Result passed();        // every execution explored
Result outcomes();      // passed, with three outcomes
Result nasty();         // escape sequences, markup and bytes that are not UTF-8 everywhere

struct Named {
    std::string name;
    Result result;
};
std::vector<Named> all();

}  // namespace interleave::samples
