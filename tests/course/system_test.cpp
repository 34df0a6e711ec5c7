// tools/system: programs that do not start, what is left of those that do, locks and files.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cerrno>
#include <fstream>

#include "system/environment.hpp"
#include "system/error.hpp"
#include "system/file_lock.hpp"
#include "system/memory_file.hpp"
#include "system/process.hpp"
#include "system/temporary_folder.hpp"

namespace sys {
namespace {

ProcessSpec program(std::vector<std::string> words) {
    ProcessSpec spec;
    spec.argv = std::move(words);
    return spec;
}

TEST(Programs, that_are_not_installed_are_named) {
    try {
        run(program({"no-such-program-anywhere"}));
        FAIL();
    } catch (const MissingProgram& error) {
        EXPECT_STREQ(error.what(), "The program no-such-program-anywhere is not installed.");
        EXPECT_EQ(error.status(), kBrokenEnvironment);
    }
}

TEST(Programs, that_cannot_be_started_say_why) {
    const TemporaryFolder folder("system-test");
    const std::string file = folder.path() / "noise";
    std::ofstream(file) << '\0' << "no program";
    chmod(file.c_str(), 0755);
    try {
        run(program({file}));
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.what(), file + " cannot be started: Exec format error.");
    }
}

TEST(Programs, whose_folder_is_gone_are_not_started) {
    ProcessSpec spec = program({"true"});
    spec.directory = "/no/such/folder";
    EXPECT_THROW(run(spec), Error);
}

TEST(Programs, leave_no_orphan) {
    const ProcessEnd end = run(program({"sh", "-c", "sleep 100 & echo $!"}));
    EXPECT_TRUE(end.succeeded());
    const pid_t orphan = std::stoi(end.output);
    EXPECT_EQ(waitpid(orphan, nullptr, WNOHANG), -1) << "a zombie is left";
    EXPECT_EQ(kill(orphan, 0), -1);
    EXPECT_EQ(errno, ESRCH);
}

TEST(Programs, read_what_they_are_given_and_inherit_what_they_are_told_to) {
    const MemoryFile result;
    ProcessSpec spec = program({"sh", "-c", "cat >&" + std::to_string(result.fd())});
    spec.input = std::string(1 << 20, 'x') + "end";
    spec.inherited = {result.fd()};
    EXPECT_TRUE(run(spec).succeeded());
    EXPECT_EQ(result.text(), spec.input);
}

TEST(Programs, are_found_as_a_shell_finds_them) {
    EXPECT_EQ(find_program("./here"), "./here");
    EXPECT_TRUE(find_program("sh").has_value());
    EXPECT_FALSE(find_program("no-such-program-anywhere").has_value());
}

TEST(FileLock, has_one_owner_at_a_time) {
    const TemporaryFolder folder("system-test");
    const auto file = folder.path() / "lock";
    EXPECT_FALSE(FileLock::if_free(file).held()) << "there is no file";
    {
        const FileLock lock(file);
        EXPECT_TRUE(lock.held());
        EXPECT_FALSE(FileLock::if_free(file).held());
    }
    EXPECT_TRUE(FileLock::if_free(file).held());
    EXPECT_FALSE(FileLock(folder.path() / "no" / "folder").held());
}

TEST(TemporaryFolder, goes_with_all_that_is_in_it) {
    std::filesystem::path place;
    {
        const TemporaryFolder folder("system-test");
        place = folder.path();
        std::ofstream(place / "file") << "text";
    }
    EXPECT_FALSE(std::filesystem::exists(place));
}

}  // namespace
}  // namespace sys
