// verdict: passed
// why: A writer keeps the first mutex until both values are written.
// threads: 100

#include "twostage.hpp"

int main() {
    run_twostage<100, Stages::nested>();
}
