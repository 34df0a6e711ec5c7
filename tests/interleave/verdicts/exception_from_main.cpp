// verdict: exception
// why: get() throws what the task has thrown, and main does not catch it.
// message: no such file

#include <future>
#include <stdexcept>

int main() {
    std::future<int> size =
        std::async(std::launch::async, []() -> int { throw std::runtime_error("no such file"); });
    size.get();
}
