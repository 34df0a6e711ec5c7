#include "02_move/dangling_capture.cpp"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using dangling_capture::Station;

// Opens when every thread sleeps: the test is then in join(), long after report() returned.
class LateLog final : public dangling_capture::Log {
  public:
    void wait_until_open() override { opening_.wait(); }

    void write(const std::string& line) override {
        const std::lock_guard hold(mutex_);
        written_early_ |= !opening_.opened();
        writers_.push_back(std::this_thread::get_id());
        lines_.push_back(line);
    }

    bool open() const { return opening_.opened(); }
    bool written_early() const { return written_early_; }
    const std::vector<std::string>& lines() const { return lines_; }
    const std::vector<std::thread::id>& writers() const { return writers_; }

  private:
    const probe::StillGate opening_;
    std::mutex mutex_;
    std::vector<std::string> lines_;
    std::vector<std::thread::id> writers_;
    bool written_early_ = false;
};

// Logs stay until the end of the program, so that a thread that nobody joins finds its log.
LateLog& new_log() {
    static auto& logs = *new std::vector<std::unique_ptr<LateLog>>;
    return *logs.emplace_back(std::make_unique<LateLog>());
}

TEST(DanglingCapture, the_report_is_right_although_the_call_is_over) {
    LateLog& log = new_log();
    const Station station("north");
    std::thread reporter = station.report(log, 21);
    ASSERT_TRUE(reporter.joinable()) << "report() must hand over a thread that can be joined";
    reporter.join();
    EXPECT_EQ(log.lines(), std::vector<std::string>{"north: 21"});
}

TEST(DanglingCapture, the_report_is_right_although_the_station_is_gone) {
    LateLog& log = new_log();
    auto station = std::make_unique<Station>("a station with quite a long name");
    std::thread reporter = station->report(log, -3);
    station.reset();
    ASSERT_TRUE(reporter.joinable()) << "report() must hand over a thread that can be joined";
    reporter.join();
    EXPECT_EQ(log.lines(), std::vector<std::string>{"a station with quite a long name: -3"});
}

TEST(DanglingCapture, two_reports_under_way_do_not_disturb_each_other) {
    LateLog& north_log = new_log();
    LateLog& south_log = new_log();
    std::thread north = Station("north").report(north_log, 1);
    std::thread south = Station("south").report(south_log, 2);
    if (north.joinable()) north.join();
    if (south.joinable()) south.join();
    EXPECT_EQ(north_log.lines(), std::vector<std::string>{"north: 1"});
    EXPECT_EQ(south_log.lines(), std::vector<std::string>{"south: 2"});
}

TEST(DanglingCapture, report_returns_while_the_thread_still_waits) {
    LateLog& log = new_log();
    std::thread reporter = Station("north").report(log, 0);
    EXPECT_FALSE(log.open()) << "report() came back only after the log had opened";
    ASSERT_TRUE(reporter.joinable()) << "report() must hand over a thread that can be joined";
    const std::thread::id reporter_id = reporter.get_id();
    reporter.join();
    EXPECT_FALSE(log.written_early()) << "the thread wrote before the log was open";
    EXPECT_EQ(log.writers(), std::vector<std::thread::id>{reporter_id});
}

// Open at once, and without a destructor: a thread that nobody joins finds it whenever it comes.
class OpenLog final : public dangling_capture::Log {
  public:
    void expect(const char* line) {
        expected_ = line;
        wrong_lines_ = 0;
    }
    void wait_until_open() override {}
    void write(const std::string& line) override {
        if (line != expected_) ++wrong_lines_;
    }
    int wrong_lines() const { return wrong_lines_; }

  private:
    const char* expected_ = "";
    std::atomic<int> wrong_lines_ = 0;
};

OpenLog north_log, south_log;

INTERLEAVE_TEST(DanglingCapture, a_report_is_right_however_late_its_thread_is) {
    north_log.expect("a station with quite a long name: 21");
    auto station = std::make_unique<Station>("a station with quite a long name");
    std::thread reporter = station->report(north_log, 21);
    station.reset();
    if (reporter.joinable()) reporter.join();
    EXPECT_EQ(north_log.wrong_lines(), 0);
}

INTERLEAVE_TEST(DanglingCapture, reports_share_nothing_that_changes) {
    north_log.expect("north: 1");
    south_log.expect("south: 2");
    std::thread north = Station("north").report(north_log, 1);
    std::thread south = Station("south").report(south_log, 2);
    if (north.joinable()) north.join();
    if (south.joinable()) south.join();
    EXPECT_EQ(north_log.wrong_lines(), 0);
    EXPECT_EQ(south_log.wrong_lines(), 0);
}

}  // namespace
