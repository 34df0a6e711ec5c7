// verdict: data_race
// why: The unguarded write is reached only if the reader looks between two locked regions.
// message: last_seen

#include <mutex>
#include <thread>

std::mutex stage_mutex;
int stage = 0;
int last_seen = 0;

void set_stage(int number) {
    std::lock_guard guard(stage_mutex);
    stage = number;
}

int get_stage() {
    std::lock_guard guard(stage_mutex);
    return stage;
}

int main() {
    std::thread writer([] {
        set_stage(1);
        last_seen = 1;
        set_stage(2);
    });
    std::thread reader([] {
        if (get_stage() == 1) last_seen = 2;
    });
    writer.join();
    reader.join();
}
