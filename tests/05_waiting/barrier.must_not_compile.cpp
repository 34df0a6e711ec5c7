// A completion that may throw is refused; what stands here without the case compiles.
// case THROWS: the completion function of a barrier is noexcept
#include <fearless/barrier.hpp>

int main() {
    int rounds = 0;
    fearless::Barrier quiet(1, [&rounds]() noexcept { ++rounds; });
    quiet.arrive_and_wait();
#ifdef THROWS
    fearless::Barrier loud(1, [&rounds] { ++rounds; });
    loud.arrive_and_wait();
#endif
    return rounds == 1 ? 0 : 1;
}
