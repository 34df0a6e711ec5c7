// verdict: data_race
// why: One thread touches the counter through atomic_ref, the other as a plain int.
// message: hits

#include <atomic>
#include <thread>

int hits = 0;

int main() {
    std::thread careful([] { std::atomic_ref<int>(hits).fetch_add(1); });
    std::thread careless([] { ++hits; });
    careful.join();
    careless.join();
}
