// A course whose exercises are answered in writing, and one that has an explored test.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "scratch_course.hpp"

namespace course::testing {

inline constexpr std::string_view kAnswersManifest = R"toml(title = "Answers"
minutes = 10
prerequisites = []
sources = ["A course for tests"]

[[exercise]]
name = "sum"
kind = "predict"
title = "The sum"
task = "What does it print?"
minutes = 5
hints = ["one", "two", "three"]

[[exercise]]
name = "embrace"
kind = "schedule"
title = "The embrace"
task = "Make both wait."
minutes = 5
aim = "(deadlock)"
hints = ["one", "two", "three"]

[[exercise]]
name = "adder"
kind = "fix"
title = "The adder"
task = "Add twice."
minutes = 5
files = ["01_answers/adder.cpp"]
shipped = "data_race"
checks = ["schedules"]
hints = ["one", "two", "three"]
)toml";

// A lost update: the race is no failure here, it is what the question is about.
inline constexpr std::string_view kSum = R"(#include <cstdio>
#include <thread>

int sum = 0;

int main() {
    std::thread one([] { ++sum; });
    std::thread two([] { ++sum; });
    one.join();
    two.join();
    std::printf("%d\nin all\n", sum);
}
)";

inline constexpr std::string_view kEmbrace = R"(#include <mutex>
#include <thread>

std::mutex left, right;

int main() {
    std::thread one([] {
        std::lock_guard first(left);
        std::lock_guard second(right);
    });
    std::thread two([] {
        std::lock_guard first(right);
        std::lock_guard second(left);
    });
    one.join();
    two.join();
}
)";

inline constexpr std::string_view kAdder = R"(#include <fearless/todo.hpp>
#include <thread>

inline void add(int& sum) {
    std::thread other([&] { ++sum; });
    ++sum;
    other.join();
}
)";

inline constexpr std::string_view kAdderTest = R"(#include "01_answers/adder.cpp"

INTERLEAVE_TEST(Adder, is_empty) {
    EXPECT_EQ(0, 0);
}

INTERLEAVE_TEST(Adder, adds_twice) {
    int sum = 0;
    add(sum);
    EXPECT_EQ(sum, 2);
}
)";

class AnswersCourse : public ScratchFolder {
  public:
    AnswersCourse() {
        write("lessons/01_answers/lesson.toml", kAnswersManifest);
        write("lessons/01_answers/README.md", "# Answers\n");
        write("tests/01_answers/adder.cpp", kAdderTest);
        std::ifstream file(fs::path(COURSE_SOURCE_DIR) / "solutions/fearless/todo.hpp");
        const std::string todo{std::istreambuf_iterator<char>(file), {}};
        for (const std::string tree : {"exercises", "solutions"}) {
            const bool solved = tree == "solutions";
            const auto put = [&](const std::string& name, std::string_view program,
                                 const std::string& answer) {
                write(tree + "/01_answers/" + name + ".cpp", program);
                write(tree + "/01_answers/" + name + ".txt",
                      "# Yours.\n# [answer]\n" + (solved ? answer : "") + "# [answer]\n");
            };
            put("sum", kSum, "1 in all\n2 in all\n");
            put("embrace", kEmbrace, "thread 1\nthread 1\nthread 2\nthread 2\n");
            write(tree + "/01_answers/adder.cpp", kAdder);
            write(tree + "/fearless/todo.hpp", todo);
        }
    }
};

}  // namespace course::testing
