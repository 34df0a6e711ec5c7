// verdict: wrong_result
// why: The reader can come between a writer's two stages and find the second value missing.
// threads: 100

#include "twostage.hpp"

int main() {
    run_twostage<100, Stages::apart>();
}
