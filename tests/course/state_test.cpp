#include "course/model/state.hpp"

#include <thread>

#include "scratch_course.hpp"

namespace course {

using namespace sys;

namespace {

using testing::FullDisk;
using testing::ReadOnly;
using testing::ScratchFolder;
using testing::sentence_of;

State some_state() {
    State state;
    state.passed = {"01_first/greet"};
    state.lent = {"01_first/shout"};
    state.hints = {{"01_first/greet", 3}};
    state.current = "01_first/shout";
    return state;
}

void expect_equal(const State& a, const State& b) {
    EXPECT_EQ(a.passed, b.passed);
    EXPECT_EQ(a.lent, b.lent);
    EXPECT_EQ(a.hints, b.hints);
    EXPECT_EQ(a.current, b.current);
}

std::size_t files_in(const std::filesystem::path& folder) {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) ++count;
    return count;
}

TEST(State, an_absent_file_is_an_empty_state) {
    const ScratchFolder scratch;
    expect_equal(load_state(scratch.path()), State{});
}

TEST(State, what_was_saved_is_loaded) {
    const ScratchFolder scratch;
    save_state(scratch.path(), some_state());
    expect_equal(load_state(scratch.path()), some_state());
}

TEST(State, keeps_what_it_knows_of_exercises_that_are_not_in_the_course_now) {
    const ScratchFolder scratch;
    scratch.write(".course/state", "# a comment\npassed 17_later/thing\n\n");
    update_state(scratch.path(), [](State& state) { state.passed.insert("01_first/greet"); });
    EXPECT_TRUE(load_state(scratch.path()).passed.contains("17_later/thing"));
}

class DamagedLine : public ::testing::TestWithParam<const char*> {};

TEST_P(DamagedLine, is_named_and_nothing_is_overwritten) {
    const ScratchFolder scratch;
    const std::string text = std::string("passed 01_first/greet\n") + GetParam() + "\n";
    scratch.write(".course/state", text);
    const auto change = [&] {
        update_state(scratch.path(), [](State& state) { state.current = "x"; });
    };
    EXPECT_NE(sentence_of(change, kBrokenEnvironment).find("/.course/state:2: "),
              std::string::npos);
    EXPECT_EQ(scratch.read(".course/state"), text);
}

INSTANTIATE_TEST_SUITE_P(, DamagedLine,
                         ::testing::Values("passed", "pased 01_first/greet", "hints 01_first/a",
                                           "hints 01_first/a 4", "hints 01_first/a b", "passed a b",
                                           "\x01\x02"));

TEST(State, a_full_disk_leaves_the_old_state_whole) {
    const ScratchFolder scratch;
    save_state(scratch.path(), some_state());
    const std::string before = scratch.read(".course/state");
    State more = some_state();
    more.passed.insert("02_second/thing");
    std::string sentence;
    {
        const FullDisk disk(40);  // some of the new text fits
        sentence = sentence_of([&] { save_state(scratch.path(), more); }, kBrokenEnvironment);
    }
    EXPECT_NE(sentence.find("your progress could not be saved"), std::string::npos) << sentence;
    EXPECT_NE(sentence.find("File too large"), std::string::npos) << sentence;
    EXPECT_EQ(scratch.read(".course/state"), before);
    EXPECT_EQ(files_in(scratch.path() / ".course"), 1u) << "a temporary file was left";
}

TEST(State, a_read_only_tree_is_told_in_one_sentence) {
    const ScratchFolder scratch;
    save_state(scratch.path(), some_state());
    const ReadOnly locked(scratch.path());
    const auto change = [&] {
        update_state(scratch.path(), [](State& state) { state.current = "x"; });
    };
    const std::string sentence = sentence_of(change, kBrokenEnvironment);
    EXPECT_NE(sentence.find("Permission denied"), std::string::npos) << sentence;
    EXPECT_EQ(sentence.find('\n'), std::string::npos) << sentence;
    expect_equal(load_state(scratch.path()), some_state());
}

TEST(State, two_that_change_it_at_once_lose_nothing) {
    const ScratchFolder scratch;
    const auto add = [&](const std::string& name) {
        for (int i = 0; i < 20; ++i) {
            update_state(scratch.path(), [&](State& state) {
                state.passed.insert("01_first/" + name + std::to_string(i));
            });
        }
    };
    {
        std::jthread one(add, "a"), other(add, "b");
    }
    EXPECT_EQ(load_state(scratch.path()).passed.size(), 40u);
}

}  // namespace
}  // namespace course
