// verdict: passed
// why: Forks are taken in the order of their numbers, so there is no circle of waiting.
// threads: 3

#include "dining_philosophers.hpp"

int main() {
    run_dinner<3, Order::lower_first>();
}
