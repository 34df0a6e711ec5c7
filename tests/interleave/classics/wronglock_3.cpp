// verdict: wrong_result
// why: The threads guard one value with two different mutexes.
// threads: 4

#include "wronglock.hpp"

std::mutex value_mutex;
std::mutex unrelated_mutex;

int main() {
    run_wronglock<3>(value_mutex, unrelated_mutex);
}
