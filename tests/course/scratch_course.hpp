// A course of one lesson in a folder of its own, for a test to break.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>

#include "system/error.hpp"

namespace course::testing {

namespace fs = std::filesystem;

class ScratchFolder {
  public:
    ScratchFolder() {
        std::string name = (fs::temp_directory_path() / "course-test-XXXXXX").string();
        if (!::mkdtemp(name.data())) throw std::system_error(errno, std::generic_category());
        path_ = fs::canonical(name);
        fs::permissions(path_, fs::perms(0755));
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }

    const fs::path& path() const { return path_; }

    void write(const std::string& file, std::string_view text) const {
        fs::create_directories((path_ / file).parent_path());
        std::ofstream(path_ / file, std::ios::binary) << text;
    }
    std::string read(const std::string& file) const {
        std::ifstream in(path_ / file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    bool has(const std::string& file) const { return fs::exists(path_ / file); }

    // Records the files as shipped, by another program than the one that is tested.
    void record_checksums() const {
        const std::string command = "cd '" + path().string() +
                                    "' && mkdir -p tests && find tests/0* tests/kit exercises "
                                    "solutions -type f 2>/dev/null"
                                    " | LC_ALL=C sort | xargs sha256sum > tests/checksums.txt";
        ASSERT_EQ(std::system(command.c_str()), 0);
    }

  private:
    fs::path path_;
};

inline constexpr std::string_view kManifest = R"(title = "First steps"
minutes = 10
prerequisites = []
sources = ["An article"]

[[demo]]
name = "hello"
source = "S1: hello"

[[exercise]]
name = "greet"
kind = "part"
title = "A greeting"
task = "Say hello."
minutes = 5
points = 2
files = ["fearless/greet.hpp"]
requires = []
checks = ["native"]
hints = ["first", "second", "third"]
[exercise.says]
wrong_result = "That is no greeting."

[[exercise]]
name = "shout"
kind = "fix"
title = "A shout"
task = "Say it louder."
minutes = 5
files = ["01_first/shout.cpp"]
requires = ["01_first/greet"]
shipped = "wrong_result"
checks = ["native"]
hints = ["one", "two", "three"]

[[quiz]]
question = "What does it print?"
program = "hello"
choices = ["goodbye", "hello\n"]
reason = "It says so."

[[quiz]]
question = "How many threads does it have?"
choices = ["one", "two"]
answer = 0
reason = "Nobody starts another."
)";

// The course whose manifest is above, with every file that it names.
class ScratchCourse : public ScratchFolder {
  public:
    ScratchCourse() {
        write("lessons/01_first/lesson.toml", kManifest);
        write("lessons/01_first/demos/hello.cpp",
              "#include <cstdio>\nint main() { std::puts(\"hello\"); }\n");
        for (const std::string tree : {"exercises", "solutions"}) {
            const bool solved = tree == "solutions";
            write(tree + "/fearless/greet.hpp", solved ? "// hello\n" : "// to be written\n");
            write(tree + "/01_first/shout.cpp", solved ? "// HELLO\n" : "// hello\n");
        }
        write("tests/01_first/greet.cpp", "// test of greet\n");
        write("tests/01_first/shout.cpp", "// test of shout\n");
        write("tests/kit/probe.hpp", "// probe\n");
    }

    // Replaces the first occurrence in the manifest.
    void edit_manifest(std::string_view old_text, std::string_view new_text) const {
        const std::string file = "lessons/01_first/lesson.toml";
        std::string text = read(file);
        const std::size_t at = text.find(old_text);
        ASSERT_NE(at, std::string::npos) << old_text;
        write(file, text.replace(at, old_text.size(), new_text));
    }
};

// While it lives, nothing longer than `bytes` can be written: a disk that is full.
class FullDisk {
  public:
    explicit FullDisk(rlim_t bytes = 0) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{bytes, before_.rlim_max};
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

  private:
    rlimit before_{};
    void (*handler_)(int);
};

// While it lives, the folder and all below it can be read and not be written, also for root.
class ReadOnly {
  public:
    explicit ReadOnly(const fs::path& folder) : folder_(folder) {
        set(fs::perm_options::remove);
        if (::geteuid() == 0) {
            EXPECT_EQ(::seteuid(65534), 0);
        }
    }
    ~ReadOnly() {
        if (::getuid() == 0) {
            EXPECT_EQ(::seteuid(0), 0);
        }
        set(fs::perm_options::add);
    }
    ReadOnly(const ReadOnly&) = delete;
    ReadOnly& operator=(const ReadOnly&) = delete;

  private:
    void set(fs::perm_options change) const {
        fs::permissions(folder_, fs::perms::owner_write, change);
        for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
            fs::permissions(entry.path(), fs::perms::owner_write, change);
        }
    }
    fs::path folder_;
};

// What `work` says when it throws Error, with its status; fails if it does not throw.
template <typename Work>
std::string sentence_of(Work work, sys::ExitStatus status) {
    try {
        work();
    } catch (const sys::Error& error) {
        EXPECT_EQ(error.status(), status) << error.what();
        return error.what();
    }
    ADD_FAILURE() << "nothing was thrown";
    return {};
}

}  // namespace course::testing
