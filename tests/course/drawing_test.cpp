// The drawings of rooms, and the check that compares them with the includes.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "course/selfcheck/plan.hpp"
#include "scratch_course.hpp"

namespace course::checking {
namespace {

using course::testing::ScratchCourse;

// Two tools of two rooms each; what both use lies below.
class Drawings : public ::testing::Test {
  protected:
    Drawings() {
        scratch_.write("tools/course/main.cpp", "#include \"course/watch/pages.hpp\"\n");
        scratch_.write("tools/course/watch/pages.hpp",
                       "#include <vector>\n\n#include \"course/model/state.hpp\"\n");
        scratch_.write("tools/course/model/state.hpp", "#include \"text/text.hpp\"\n");
        scratch_.write("tools/interleave/report/table.hpp", "#include <interleave/result.hpp>\n");
        scratch_.write("tools/interleave/include/interleave/result.hpp", "\n");
        for (const char* shared : {"text/text", "system/files", "symbols/symbols"})
            scratch_.write("tools/" + std::string(shared) + ".hpp", "#include <string>\n");
        draw("| `watch` | screens | `model` |\n| `model` | state | `text` |\n");
    }

    void draw(const std::string& rows, const std::string& floors = "3 main\n2 watch\n1 model\n") {
        scratch_.write("docs/architecture.md",
                       "<!-- drawing: tools/course -->\n```text\n" + floors +
                           "\n0 text\n```\n\n| Room | What it is | Uses |\n|---|---|---|\n"
                           "| `main` | | `watch` |\n" +
                           rows +
                           "\nProse, and `code`.\n\n<!-- drawing: tools/interleave -->\n"
                           "```text\n2 report\n1 include\n```\n\n| Room | Uses |\n|---|---|\n"
                           "| `report` | `include` |\n");
    }

    Problems problems() const {
        Course course;
        course.root = scratch_.path();
        const Plan plan{.course = course};
        Jobs jobs;
        add_drawing_jobs(plan, jobs);
        return jobs.at(0).work();
    }

    void expect_problem(const std::string& words) const {
        const Problems found = problems();
        ASSERT_EQ(found.size(), 1u) << (found.empty() ? "" : found.back());
        EXPECT_EQ(found.front(), words);
    }

    ScratchCourse scratch_;
};

TEST_F(Drawings, that_are_what_the_files_include_are_right) {
    EXPECT_EQ(problems(), Problems{});
}

TEST_F(Drawings, lack_an_arrow_that_a_file_has) {
    scratch_.write("tools/course/watch/keys.cpp", "\n#include \"text/text.hpp\"\n");
    expect_problem(
        "tools/course/watch/keys.cpp:2: course/watch uses text, and docs/architecture.md draws no "
        "such arrow.");
}

TEST_F(Drawings, of_rooms_that_use_each_other_cannot_be_drawn) {
    scratch_.write("tools/course/model/paths.cpp", "#include \"course/watch/pages.hpp\"\n");
    expect_problem(
        "tools/course/model/paths.cpp:1: course/model uses course/watch, and docs/architecture.md "
        "draws no such arrow.");
    draw("| `watch` | screens | `model` |\n| `model` | state | `watch` `text` |\n");
    expect_problem(
        "docs/architecture.md:14: course/model uses course/watch, which is not below it.");
}

TEST_F(Drawings, have_no_arrow_that_no_file_has) {
    draw("| `watch` | screens | `model` `text` |\n| `model` | state | `text` |\n");
    expect_problem("docs/architecture.md:13: course/watch uses text, and no file of it does.");
}

TEST_F(Drawings, have_every_room_and_no_other) {
    scratch_.write("tools/course/attic/box.hpp", "\n");
    expect_problem("docs/architecture.md does not draw tools/course/attic.");
    draw("| `watch` | screens | `model` |\n| `model` | state | `text` |\n",
         "3 main\n2 watch attic cellar\n1 model\n");
    expect_problem("docs/architecture.md draws tools/course/cellar, which is not there.");
}

TEST_F(Drawings, name_rooms_that_are_on_a_floor) {
    draw("| `watch` | screens | `model` `model_` |\n| `model` | state | `text` |\n");
    expect_problem("docs/architecture.md:13: model_ is on no floor.");
}

TEST_F(Drawings, are_there_for_both_tools) {
    scratch_.write("docs/architecture.md", "");
    const Problems found = problems();
    for (const char* tool : {"course", "interleave"}) {
        const std::string words =
            "docs/architecture.md has no drawing of tools/" + std::string(tool) + ".";
        EXPECT_NE(std::ranges::find(found, words), found.end()) << words;
    }
}

TEST_F(Drawings, the_explorer_and_what_both_tools_use_know_nothing_of_the_course) {
    scratch_.write("tools/interleave/report/page.cpp", "#include \"course/model/state.hpp\"\n");
    expect_problem(
        "tools/interleave/report/page.cpp:1: interleave/report uses course/model, and "
        "docs/architecture.md draws no such arrow.");
    scratch_.write("tools/interleave/report/page.cpp", "");
    scratch_.write("tools/text/text.hpp", "#include \"system/files.hpp\"\n");
    expect_problem(
        "tools/text/text.hpp:1: text uses system, which stands below both tools and uses nobody.");
}

TEST_F(Drawings, includes_are_in_one_dialect) {
    const auto expect_refused = [&](const std::string& include, const std::string& words) {
        scratch_.write("tools/course/watch/keys.cpp", "#include " + include + "\n");
        expect_problem("tools/course/watch/keys.cpp:1: " + words + ".");
    };
    expect_refused("\"pages.hpp\"", "\"pages.hpp\" is no path below tools/");
    expect_refused("\"../model/state.hpp\"", "\"../model/state.hpp\" is no path below tools/");
    expect_refused("<course/model/state.hpp>",
                   "<course/model/state.hpp> is below tools/ and belongs into quotes");
    expect_refused("\"interleave/result.hpp\"",
                   "the explorer's interface is <interleave/result.hpp>");
    scratch_.write("tools/course/watch/keys.cpp", "#include \"course/watch/page.inc\"\n");
    EXPECT_EQ(problems(), Problems{}) << "the build generates it";
}

}  // namespace
}  // namespace course::checking
