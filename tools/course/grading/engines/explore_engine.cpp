// The engine that runs explored tests under every interleaving, and the others once.
#include <algorithm>
#include <atomic>
#include <deque>
#include <filesystem>
#include <future>

#include "course/grading/engines/engine.hpp"
#include "course/grading/exploration.hpp"
#include "course/grading/inspection.hpp"
#include "course/grading/judge.hpp"
#include "course/grading/test_build.hpp"
#include "course/grading/test_program.hpp"
#include "interleave/report/source_lines.hpp"
#include "interleave/report/table.hpp"
#include "system/cpu_account.hpp"
#include "system/files.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;

namespace {

class SchedulesEngine : public Engine {
  public:
    Result examine(const Examination& on) override {
        on.toolchain.prepare(EngineKind::schedules);
        const fs::path program = on.workspace.program(EngineKind::schedules);
        if (auto refused = build_test(on, EngineKind::schedules, program)) return *refused;
        Result result = the_same_each_time(on, [&] { return run_all(on, program); });
        fs::remove(program);
        if (result.failing) draw(on, result);
        return result;
    }

  private:
    static constexpr int kTableLines = 18;  // a small screen, with the place and the sentence

    // Of each stack what a table looks at; the rest would make reports long.
    static void shorten(std::vector<interleave::Frame>& stack) {
        const interleave::Frame* shown = interleave::report::reader_frame(stack);
        const auto end = shown ? shown - stack.data() + 1 : std::ptrdiff_t{0};
        stack.resize(static_cast<std::size_t>(end));
        std::erase_if(stack, [](const interleave::Frame& frame) {
            return !frame.own && interleave::report::is_system_file(frame.file);
        });
    }

    static void draw(const Examination& on, Result& result) {
        result.explore = explore_command(on.exercise, on.request);
        result.table = interleave::to_table(
            *result.failing, {.width = 80, .height = kTableLines + 1, .shows_all = result.explore});
        const auto& events = result.failing->events;
        result.details +=
            "\n\n" +
            interleave::to_steps(*result.failing,
                                 {.width = 80, .height = 3 * static_cast<int>(events.size()) + 2});
        interleave::Result slim = *result.failing;
        for (interleave::Event& event : slim.events) shorten(event.stack);
        for (interleave::ThreadInfo& thread : slim.threads) shorten(thread.stack);
        for (interleave::Place& place : slim.places) shorten(place.stack);
        result.failing = std::make_shared<const interleave::Result>(std::move(slim));
    }

    // The explored ones first: what they say does not depend on luck. They start in order, and the
    // first in order that fails gives the verdict.
    static Result run_all(const Examination& on, const fs::path& program) {
        const auto &tests = on.test.tests, &explored = on.test.explored;
        Result all;
        all.exhausted = !explored.empty();
        std::atomic<bool> decided = false;
        Search search;
        search.own = own_files(on);
        const auto explore = [&](const std::string& test) {
            return observe(
                {program, EngineKind::schedules, on.exercise.cpu_seconds, test, search, &decided});
        };
        std::deque<std::future<Observation>> running;
        std::size_t begun = 0;
        for (std::size_t i = 0; i < explored.size() && !decided; ++i) {
            for (; begun < std::min(explored.size(), i + side_by_side(on)); ++begun)
                running.push_back(
                    async_on_account([&explore, test = explored[begun]] { return explore(test); }));
            Observation seen = running.front().get();
            running.pop_front();
            name_the_test(seen, i + 1);
            add(all, judge(seen, on.workspace, {explored[i]}), seen);
            decided = all.verdict != Verdict::passed;
        }
        std::vector<std::string> plain;
        std::string filter = "-";
        for (const std::string& test : tests)
            if (std::ranges::find(explored, test) == explored.end()) plain.push_back(test);
        for (const std::string& test : explored) filter += test + ":";
        if (!plain.empty() && all.verdict == Verdict::passed) {
            const bool exhausted = all.exhausted;
            Observation seen =
                observe({program, EngineKind::schedules, on.exercise.cpu_seconds, filter, {}});
            add(all, judge(seen, on.workspace, plain), seen);
            all.exhausted = exhausted;
        }
        list_in_order(all, tests);
        return all;
    }

    static void add(Result& all, Result one, const Observation& seen) {
        one.executions += all.executions;
        one.cpu_seconds = all.cpu_seconds + seen.end.cpu_seconds;
        one.exhausted = one.exhausted && all.exhausted;
        one.tests.insert(one.tests.begin(), all.tests.begin(), all.tests.end());
        all = std::move(one);
    }

    static void list_in_order(Result& result, const std::vector<std::string>& tests) {
        std::vector<TestOutcome> ordered;
        for (const std::string& name : tests) {
            auto ran = std::ranges::find(result.tests, name, &TestOutcome::name);
            ordered.push_back(ran == result.tests.end() ? TestOutcome{name, "not_run", ""} : *ran);
        }
        result.tests = std::move(ordered);
    }
};

}  // namespace

std::unique_ptr<Engine> make_schedules_engine() {
    return std::make_unique<SchedulesEngine>();
}

}  // namespace course
