// verdict: wrong_result
// why: Permits are dropped, and nobody hears of it.

#include <algorithm>

    // [release]
    auto permits = permits_.lock();
    *permits += std::min(count, most_ - *permits);
    if (count == 1) released_.notify_one();
    if (count > 1) released_.notify_all();
    // [release]
