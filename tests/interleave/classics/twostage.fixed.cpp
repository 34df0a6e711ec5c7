// verdict: passed
// why: A writer keeps the first mutex until both values are written.
// threads: 2

#include "twostage.hpp"

int main() {
    run_twostage<2, Stages::nested>();
}
