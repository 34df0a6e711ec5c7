#include "course/commands/packages.hpp"

#include <unistd.h>

#include <cstdlib>

#include "scratch_course.hpp"

namespace course {
namespace {

using testing::ScratchFolder;

// A system whose PATH holds nothing but this package manager.
class Cures : public ::testing::Test {
  protected:
    Cures() : before_(std::getenv("PATH")) {}
    ~Cures() override { ::setenv("PATH", before_.c_str(), 1); }
    void manager(const std::string& program) const {
        std::filesystem::remove_all(folder_.path() / "bin");
        folder_.write("bin/" + program, "");
        std::filesystem::permissions(folder_.path() / "bin" / program,
                                     std::filesystem::perms::owner_all);
        ::setenv("PATH", (folder_.path() / "bin").c_str(), 1);
    }
    static std::string as_root(const std::string& command) {
        return (::geteuid() == 0 ? "" : "sudo ") + command;
    }

    ScratchFolder folder_;
    std::string before_;
    const Packages packages_{COURSE_SOURCE_DIR};
};

TEST_F(Cures, are_what_to_type_on_this_system) {
    const std::vector<std::string> clang = {"clang-19", "libclang-rt-19-dev"};
    manager("apt-get");
    EXPECT_EQ(packages_.cure({"g++"}), as_root("apt-get install g++"));
    EXPECT_EQ(packages_.cure(clang), as_root("apt-get install clang-19 libclang-rt-19-dev"));
    manager("dnf");
    EXPECT_EQ(packages_.cure({"g++"}), as_root("dnf install gcc-c++ libasan libtsan"));
    EXPECT_EQ(packages_.cure(clang), as_root("dnf install clang compiler-rt"));
    manager("pacman");
    EXPECT_EQ(packages_.cure({"cmake", "ninja-build"}), as_root("pacman -S --needed cmake ninja"));
    manager("zypper");
    EXPECT_EQ(packages_.cure({"libgtest-dev", "libfmt-dev"}),
              as_root("zypper install googletest-devel fmt-devel"));
}

TEST_F(Cures, without_a_known_manager_name_the_packages) {
    manager("brew");
    EXPECT_EQ(packages_.cure({"cmake", "ninja-build"}),
              "install what Debian calls cmake and ninja-build");
}

TEST_F(Cures, know_every_name_that_the_doctor_asks_for) {
    manager("apt-get");
    for (const char* name :
         {"g++", "clang-19", "libclang-rt-19-dev", "cmake", "ninja-build", "clangd-19"}) {
        EXPECT_TRUE(packages_.cure({name}).ends_with(name)) << packages_.cure({name});
    }
    EXPECT_EQ(packages_.libraries().size(), 7u);
}

}  // namespace
}  // namespace course
