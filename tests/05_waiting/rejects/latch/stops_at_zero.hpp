// verdict: wrong_result
// why: Whoever counts too often is not told.

#include <algorithm>

    // [count_down]
    auto left = left_.lock();
    *left -= std::min(count, *left);
    if (*left == 0) opened_.notify_all();
    // [count_down]
