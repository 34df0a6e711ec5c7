// verdict: passed
// why: Both stores and the check are each one step under the same mutex.
// threads: 4

#include "reorder.hpp"

int main() {
    run_reorder<4, std::mutex>();
}
