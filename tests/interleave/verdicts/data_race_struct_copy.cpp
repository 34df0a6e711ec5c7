// verdict: data_race
// why: Copying the struct reads every member while another thread writes one of them.
// message: position

#include <cstdio>
#include <thread>

struct Position {
    double x = 0;
    double y = 0;
    double z = 0;
};

Position position;

int main() {
    std::thread mover([] { position.y = 1; });
    std::thread copier([] {
        const Position seen = position;
        std::printf("%f\n", seen.x);
    });
    mover.join();
    copier.join();
}
