// verdict: passed
// why: Forks are taken in the order of their numbers, so there is no circle of waiting.
// threads: 6

#include "dining_philosophers.hpp"

int main() {
    run_dinner<6, Order::lower_first>();
}
