// verdict: passed
// why: Both stores and the check are each one step under the same mutex.
// threads: 100

#include "reorder.hpp"

int main() {
    run_reorder<100, std::mutex>();
}
