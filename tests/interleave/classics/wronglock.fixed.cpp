// verdict: passed
// why: Every thread guards the value with the same mutex.
// threads: 2

#include "wronglock.hpp"

std::mutex value_mutex;

int main() {
    run_wronglock<1>(value_mutex, value_mutex);
}
