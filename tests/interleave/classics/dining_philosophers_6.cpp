// verdict: deadlock
// why: When each philosopher holds the left fork, nobody can get the right one.
// threads: 6

#include "dining_philosophers.hpp"

int main() {
    run_dinner<6, Order::left_first>();
}
