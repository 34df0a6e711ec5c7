// verdict: wrong_result
// test: LoopVariable.every_runner_has_its_number_however_late_it_looks
// why: Copied in time, but the numbers begin at 0.

// Runners, one a thread, and the race that they run.
#include <thread>
#include <vector>

namespace loop_variable {

// Holds the runners back and writes down who ran. It outlives every runner.
class Race {
  public:
    virtual ~Race() = default;
    virtual void wait_for_start() = 0;  // returns for all runners at once, when all of them wait
    virtual void ran(int runner) = 0;
};

// Runs the race with runners 0 to count - 1, each on a thread of its own, and returns when all
// have run. A runner waits for the start, then reports its number.
inline void run_race(Race& race, int count) {
    std::vector<std::jthread> runners;
    // [start]
    for (int number = 1; number <= count; ++number) {
        runners.emplace_back([&race, number] {
            race.wait_for_start();
            race.ran(number);
        });
    }
    // [start]
}

}  // namespace loop_variable
