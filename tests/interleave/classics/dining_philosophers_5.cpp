// verdict: deadlock
// why: When each philosopher holds the left fork, nobody can get the right one.
// threads: 5

#include "dining_philosophers.hpp"

int main() {
    run_dinner<5, Order::left_first>();
}
