// verdict: use_after_scope
// why: The task keeps a reference to a local of the function that made the task.
// message: amount

#include <functional>
#include <thread>

int total = 0;

std::function<void()> make_task() {
    int amount = 42;
    return [&amount] { total += amount; };
}

int main() {
    const std::function<void()> task = make_task();
    std::thread worker(task);
    worker.join();
}
