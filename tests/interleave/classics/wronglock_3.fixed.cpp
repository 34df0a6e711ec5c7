// verdict: passed
// why: Every thread guards the value with the same mutex.
// threads: 4

#include "wronglock.hpp"

std::mutex value_mutex;

int main() {
    run_wronglock<3>(value_mutex, value_mutex);
}
