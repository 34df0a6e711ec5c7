// verdict: wrong_result
// why: The reader can come between a writer's two stages and find the second value missing.
// threads: 2

#include "twostage.hpp"

int main() {
    run_twostage<2, Stages::apart>();
}
