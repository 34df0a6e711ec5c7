#include "kit/probe.hpp"

#include <dirent.h>

#include "kit/grader.hpp"

namespace probe {

struct Meeting::Impl {
    explicit Impl(std::uint32_t expected) : expected(expected) {}
    const std::uint32_t expected;
    std::atomic<std::uint32_t> arrived{0};
};

Meeting::Meeting(int expected) : impl_(std::make_shared<Impl>(expected)) {}

Meeting::Meeting(const Meeting& same) = default;
Meeting::~Meeting() = default;

void Meeting::arrive_and_wait() const {
    std::shared_ptr<Impl> impl = impl_;
    auto& channel = grader::channel();
    // Release: what this thread did. Acquire: what those did who arrived before it.
    std::uint32_t arrived = impl->arrived.fetch_add(1, std::memory_order_acq_rel) + 1;
    grader::futex_wake_all(impl->arrived);
    ++channel.meetings_waiting;
    while (arrived < impl->expected) {
        channel.meeting_arrived = arrived;
        channel.meeting_expected = impl->expected;
        grader::futex_wait(impl->arrived, arrived);
        arrived = impl->arrived.load(std::memory_order_acquire);
    }
    --channel.meetings_waiting;
}

int Meeting::arrived() const {
    return static_cast<int>(impl_->arrived.load());
}

struct StillGate::Impl {
    std::atomic<bool> opened{false};
};

StillGate::StillGate() : impl_(std::make_shared<Impl>()) {}
StillGate::StillGate(const StillGate& same) = default;
StillGate::~StillGate() = default;

void StillGate::wait() const {
    std::shared_ptr<Impl> impl = impl_;
    auto& channel = grader::channel();
    std::uint32_t round = channel.gate_round.load();
    ++channel.gates_waiting;
    while (!impl->opened && channel.gate_round.load() == round)
        grader::futex_wait(channel.gate_round, round);
    impl->opened = true;
    --channel.gates_waiting;
}

bool StillGate::opened() const {
    return impl_->opened;
}

int live_threads() {
    int threads = 0;
    if (DIR* tasks = opendir("/proc/self/task")) {
        while (dirent* entry = readdir(tasks)) threads += entry->d_name[0] != '.';
        closedir(tasks);
    }
    return threads - static_cast<int>(grader::channel().ignored_count.load());
}

}  // namespace probe
