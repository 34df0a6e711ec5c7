// verdict: wrong_result
// why: The threads guard one value with two different mutexes.
// threads: 2

#include "wronglock.hpp"

std::mutex value_mutex;
std::mutex unrelated_mutex;

int main() {
    run_wronglock<1>(value_mutex, unrelated_mutex);
}
