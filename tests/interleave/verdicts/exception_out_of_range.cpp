// verdict: exception
// why: The list can become shorter between the look at its size and the access.
// message: out_of_range

#include <mutex>
#include <thread>
#include <vector>

std::mutex list_mutex;
std::vector<int> list = {1, 2, 3};

std::size_t list_size() {
    std::lock_guard guard(list_mutex);
    return list.size();
}

int element(std::size_t index) {
    std::lock_guard guard(list_mutex);
    return list.at(index);
}

int main() {
    std::thread reader([] {
        const std::size_t size = list_size();
        if (size > 0) element(size - 1);
    });
    std::thread eraser([] {
        std::lock_guard guard(list_mutex);
        list.clear();
    });
    reader.join();
    eraser.join();
}
