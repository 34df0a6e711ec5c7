// verdict: deadlock
// why: When each philosopher holds the left fork, nobody can get the right one.
// threads: 4

#include "dining_philosophers.hpp"

int main() {
    run_dinner<4, Order::left_first>();
}
