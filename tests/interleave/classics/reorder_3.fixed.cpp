// verdict: passed
// why: Both stores and the check are each one step under the same mutex.
// threads: 3

#include "reorder.hpp"

int main() {
    run_reorder<3, std::mutex>();
}
