// verdict: compile_error
// why: keeps the compiler busy without end
#include <functional>

template <unsigned long N, unsigned long M>
struct Tower {
    static constexpr unsigned long value =
        Tower<N - 1, 2 * M>::value + Tower<N - 1, 2 * M + 1>::value;
};
template <unsigned long M>
struct Tower<0, M> {
    static constexpr unsigned long value = M;
};

void run_on_a_thread(std::function<void()>) {
    static_assert(Tower<40, 1>::value > 0);
}
