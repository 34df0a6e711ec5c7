#include "course/grading/toolchain.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "scratch_course.hpp"
#include "system/files.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;

namespace {

const char* const kSources[] = {"CMakeLists.txt", "CMakePresets.json", "tests/kit/CMakeLists.txt",
                                "tools/interleave/CMakeLists.txt"};

class GradingFile : public ::testing::Test {
  protected:
    GradingFile() {
        for (const char* source : kSources) write_file(root_ / source, "");
        write_file(grading_, "{}");
        const auto now = fs::last_write_time(grading_);
        for (const char* source : kSources)
            fs::last_write_time(root_ / source, now - std::chrono::hours(1));
    }

    void touch(const fs::path& file) {
        fs::last_write_time(file, fs::last_write_time(grading_) + std::chrono::hours(1));
    }

    testing::ScratchFolder folder_;
    const fs::path root_ = folder_.path();
    const fs::path grading_ = root_ / "build/clang/grading.json";
};

TEST_F(GradingFile, is_up_to_date_where_nothing_has_changed_since) {
    EXPECT_TRUE(is_up_to_date(grading_, root_));
}

TEST_F(GradingFile, is_stale_when_what_it_is_made_from_has_changed) {
    for (const char* source : kSources) {
        touch(root_ / source);
        EXPECT_FALSE(is_up_to_date(grading_, root_)) << source;
        write_file(grading_, "{}");
        fs::last_write_time(grading_, fs::last_write_time(root_ / source));
        EXPECT_TRUE(is_up_to_date(grading_, root_)) << source;
    }
}

TEST_F(GradingFile, is_stale_when_it_is_not_there) {
    fs::remove(grading_);
    EXPECT_FALSE(is_up_to_date(grading_, root_));
}

// An update of the system brings a header with the time that its package was made, which is before
// the kit.
TEST(Kit, is_stale_when_a_header_of_the_system_was_replaced) {
    testing::ScratchFolder folder;
    const fs::path header = folder.path() / "thread", stamp = folder.path() / "ready";
    write_file(header, "before");
    write_file(folder.path() / "headers.d", "kit.pch: \\\n " + header.string() + "\n");
    write_file(stamp, "");
    EXPECT_FALSE(system_headers_changed(folder.path(), stamp));

    const auto written = fs::last_write_time(stamp);
    do write_file(header, "after");
    while (fs::last_write_time(header) <= written);
    fs::last_write_time(header, written - std::chrono::hours(1000));
    EXPECT_TRUE(system_headers_changed(folder.path(), stamp));

    fs::remove(header);
    EXPECT_TRUE(system_headers_changed(folder.path(), stamp));
}

}  // namespace
}  // namespace course
