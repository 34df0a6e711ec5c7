// verdict: passed
// why: The end is an empty list of ranges and nobody who still splits one.
// threads: 2

#include <algorithm>
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

struct Range {
    int* first;
    int* last;
};

std::vector<int> numbers = {4, 3, 2, 1, 6, 5};
std::mutex mutex;
std::condition_variable changed;
std::vector<Range> open_ranges = {{numbers.data(), numbers.data() + numbers.size()}};
int splitting = 0;
bool finished = false;

// Moves the first number of the range to its final place, which it returns.
int* split(Range range) {
    const int pivot = *range.first;
    int* middle = std::partition(range.first + 1, range.last, [=](int n) { return n < pivot; });
    std::swap(*range.first, *(middle - 1));
    return middle - 1;
}

void open(Range range) {
    if (range.last - range.first > 1) open_ranges.push_back(range);
}

void sort_ranges() {
    std::unique_lock lock(mutex);
    while (true) {
        changed.wait(lock, [] { return finished || !open_ranges.empty(); });
        if (finished) return;
        const Range range = open_ranges.back();
        open_ranges.pop_back();
        ++splitting;

        lock.unlock();
        int* const middle = split(range);
        lock.lock();

        --splitting;
        open({range.first, middle});
        open({middle + 1, range.last});
        if (open_ranges.empty() && splitting == 0) finished = true;
        changed.notify_all();
    }
}

int main() {
    std::thread one(sort_ranges);
    std::thread two(sort_ranges);
    one.join();
    two.join();
    assert(std::is_sorted(numbers.begin(), numbers.end()));
}
