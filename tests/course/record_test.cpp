#include "course/model/record.hpp"

#include "course/model/manifest.hpp"
#include "course/model/shipped_files.hpp"
#include "course/selfcheck/plan.hpp"
#include "scratch_course.hpp"
#include "system/sha256.hpp"

namespace course {

using namespace sys;

namespace {

using testing::ScratchCourse;

TEST(Sha256, gives_the_published_hashes) {
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(sha256(std::string(1'000'000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

// Lengths on both sides of the block that the length of the text still fits into.
TEST(Sha256, fills_blocks_of_every_length) {
    std::string hashes;
    for (std::size_t length = 50; length < 70; ++length) hashes += sha256(std::string(length, 'x'));
    // From sha256sum, both those of the twenty texts and that of their hashes.
    EXPECT_EQ(sha256(hashes), "994282ac383aa724d2f1df4d2de2b8d8d3f25dcdd79be19edf5d03b10bd7d14f");
}

class Record : public ::testing::Test {
  protected:
    Record() { reload(); }
    void reload() { course_ = load_course(scratch_.path()); }
    checking::Plan plan() const {
        checking::Plan plan{.course = course_};
        plan.exercises = scratch_.path() / "exercises";
        return plan;
    }
    checking::Problems problems() const {
        const auto now = plan();
        checking::Jobs jobs;
        add_checksum_jobs(now, jobs);
        EXPECT_EQ(jobs.size(), 1u);
        return jobs.at(0).work();
    }
    void git(const std::string& words) const {
        const std::string command = "cd '" + scratch_.path().string() + "' && git " + words;
        ASSERT_EQ(std::system(command.c_str()), 0);
    }

    ScratchCourse scratch_;
    Course course_;
};

TEST_F(Record, is_what_sha256sum_prints) {
    scratch_.write("tests/course/some_test.cpp", "// of the runner, and not recorded\n");
    scratch_.record_checksums();
    EXPECT_EQ(text_of_record(hashes_of_tree(scratch_.path())),
              scratch_.read("tests/checksums.txt"));
}

TEST_F(Record, leaves_out_what_git_ignores) {
    git("init -q .");
    scratch_.write(".gitignore", "*.swp\n");
    scratch_.write("exercises/01_first/shout.cpp.swp", "an editor's own\n");
    const Hashes record = hashes_of_tree(scratch_.path());
    EXPECT_TRUE(record.contains("exercises/01_first/shout.cpp"));
    EXPECT_FALSE(record.contains("exercises/01_first/shout.cpp.swp"));
}

TEST_F(Record, leaves_out_what_no_verdict_rests_on) {
    scratch_.write("tests/01_first/rejects/greet/silent.hpp", "// verdict: wrong_result\n");
    scratch_.write("tests/01_first/accepts/greet/loud.hpp", "// why: so\n");
    scratch_.write("tests/01_first/rejects.hpp", "// of the tests\n");
    const Hashes record = hashes_of_tree(scratch_.path());
    EXPECT_TRUE(record.contains("tests/01_first/greet.cpp"));
    EXPECT_TRUE(record.contains("tests/01_first/rejects.hpp"));
    EXPECT_FALSE(record.contains("tests/01_first/rejects/greet/silent.hpp"));
    EXPECT_FALSE(record.contains("tests/01_first/accepts/greet/loud.hpp"));
}

TEST_F(Record, that_is_stale_is_noticed_and_accepted) {
    EXPECT_EQ(problems().size(), 1u) << "there is none";
    EXPECT_EQ(accept_checksums(plan()).size(), 1u);
    EXPECT_EQ(problems(), checking::Problems{});
    EXPECT_TRUE(accept_checksums(plan()).empty()) << "nothing is left to accept";
    scratch_.write("tests/01_first/shout.cpp", "// another test\n");
    scratch_.write("tests/kit/more.hpp", "");
    std::filesystem::remove(scratch_.path() / "solutions/01_first/shout.cpp");
    const auto stale = problems();
    ASSERT_EQ(stale.size(), 1u);
    for (const char* file :
         {"tests/01_first/shout.cpp", "tests/kit/more.hpp", "solutions/01_first/shout.cpp"}) {
        EXPECT_NE(stale[0].find(file), std::string::npos) << stale[0];
    }
    EXPECT_EQ(stale[0].find("greet"), std::string::npos) << stale[0];
}

TEST_F(Record, is_not_stale_because_the_learner_works) {
    git("init -q .");
    accept_checksums(plan());
    git("add -A");
    git("-c user.name=t -c user.email=t@t commit -qm shipped");
    scratch_.write("exercises/01_first/shout.cpp", "// the learner's\n");
    EXPECT_EQ(problems(), checking::Problems{});
}

TEST_F(Record, counts_an_exercise_that_is_not_on_it_as_shipped) {
    accept_checksums(plan());
    scratch_.edit_manifest("shout.cpp", "yell.cpp");
    scratch_.write("exercises/01_first/yell.cpp", "// first draft\n");
    scratch_.write("solutions/01_first/yell.cpp", "// worked\n");
    reload();
    const Exercise& shout = course_.exercise("shout");
    EXPECT_TRUE(untouched(course_, shout));
    scratch_.write("exercises/01_first/yell.cpp", "// second draft\n");
    EXPECT_TRUE(untouched(course_, shout));
}

TEST_F(Record, takes_nothing_of_a_new_exercise_for_tampering) {
    accept_checksums(plan());
    scratch_.edit_manifest("name = \"shout\"", "name = \"yell\"");
    scratch_.edit_manifest("shout.cpp", "yell.cpp");
    for (const char* folder : {"exercises", "solutions", "tests"}) {
        scratch_.write(std::string(folder) + "/01_first/yell.cpp", "// new\n");
    }
    reload();
    EXPECT_TRUE(tampered_files(course_, course_.exercise("yell")).empty());
    accept_checksums(plan());
    scratch_.write("tests/01_first/yell.cpp", "// changed\n");
    EXPECT_EQ(tampered_files(course_, course_.exercise("yell")).size(), 1u);
}

}  // namespace
}  // namespace course
