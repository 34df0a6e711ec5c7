// verdict: data_race
// why: main looks at the result of a thread before it joins the thread.
// message: result

#include <cstdio>
#include <thread>

int result = 0;

int main() {
    std::thread worker([] { result = 42; });
    std::printf("%d\n", result);
    worker.join();
}
