// verdict: wrong_result
// why: The checker can look after a setter's first store and before its second.
// threads: 3

#include "reorder.hpp"

int main() {
    run_reorder<3, NoMutex>();
}
