// Lesson pages hold no code and no output that was typed by hand, have every section, and their
// links lead somewhere.
#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "course/selfcheck/page.hpp"
#include "course/selfcheck/plan.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "text/text.hpp"

namespace course::checking {

using namespace sys;
using namespace text;

namespace fs = std::filesystem;

namespace {

// What every lesson page has: a heading that begins so, in any case.
constexpr std::array kSections = {
    "overview",      "mental model",    "step",
    "rust",          "under the hood",  "why",
    "myth",          "expert zone",     "when not to",
    "in production", "connections",     "pitfalls",
    "key takeaways", "further reading", "teaching notes",
};

// Blocks of these languages say where they come from.
constexpr std::array kChecked = {"cpp", "text"};

fs::path folder_of(const Plan& plan, const Lesson& lesson) {
    return plan.course.root / "lessons" / lesson.id;
}

Sources sources_of(const Plan& plan, const Lesson& lesson) {
    return {plan.course.root, folder_of(plan, lesson), plan.exercises};
}

std::string place(const Plan& plan, const Page& page, std::size_t line) {
    return shown(plan, page.path) + ":" + std::to_string(line) + ": ";
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

// What is wrong with the block's marker; empty if nothing is.
std::string wrong_marker(const Page& page, const Fence& fence) {
    static const std::set<std::string> known = {"quote", "output", "rust", "drawing", "shell"};
    if (fence.language.empty()) return "the block names no language";
    bool checked = std::ranges::find(kChecked, fence.language) != kChecked.end();
    if (fence.marker.empty()) {
        return checked ? "no comment before the block says where it comes from" : "";
    }
    if (!known.contains(fence.marker)) return "`" + fence.marker + "` is no marker of a block";
    if (fence.marker == "rust" && fence.language != "rust") return "a Rust block is marked ```rust";
    if (fence.language == "cpp" && fence.marker != "quote") return "C++ is quoted from a file";
    if (fence.marker == "quote" && mentions(fence.argument, "solutions/") &&
        page.path.filename() != "review.md") {
        return "only review.md quotes solutions";
    }
    return {};
}

std::string wrong_text(const Plan& plan, const Lesson& lesson, const Fence& fence) {
    if (fence.marker != "quote" && fence.marker != "output") return {};
    try {
        auto difference = first_difference(source_of(fence, sources_of(plan, lesson)), fence.text);
        if (difference.empty()) return {};
        return "the block is not " + fence.argument + ", " + difference +
               "; `./course selfcheck --accept " + lesson.id + "` quotes it anew";
    } catch (const Error& error) {
        return error.what();
    }
}

Problems check_blocks(const Plan& plan, const Lesson& lesson, const Page& page) {
    Problems problems;
    for (const auto& fence : page.fences) {
        auto wrong = wrong_marker(page, fence);
        if (wrong.empty()) wrong = wrong_text(plan, lesson, fence);
        if (!wrong.empty()) problems.push_back(place(plan, page, fence.line) + wrong);
    }
    return problems;
}

bool has_anchor(const Page& page, const std::string& anchor) {
    return std::ranges::any_of(
        page.headings, [&](const Heading& heading) { return anchor_of(heading.text) == anchor; });
}

std::string wrong_link(const Page& page, const std::string& target) {
    if (target.find(':') != target.npos) return {};
    auto hash = target.find('#');
    auto file = target.substr(0, hash);
    auto path = file.empty() ? page.path : page.path.parent_path() / file;
    if (!fs::exists(path)) return "the link to " + target + " leads nowhere";
    if (hash == target.npos || path.extension() != ".md") return {};
    auto other = file.empty() ? page : parse_page(path, read_file(path));
    return has_anchor(other, target.substr(hash + 1))
               ? ""
               : target + " names a heading that is not there";
}

Problems check_links(const Plan& plan, const Page& page) {
    Problems problems;
    for (const auto& link : page.links) {
        auto wrong = wrong_link(page, link.target);
        if (!wrong.empty()) problems.push_back(place(plan, page, link.line) + wrong);
    }
    return problems;
}

Problems check_sections(const Plan& plan, const Page& page) {
    Problems problems;
    for (std::string section : kSections) {
        bool there = std::ranges::any_of(page.headings, [&](const Heading& heading) {
            return lower(heading.text).starts_with(section);
        });
        if (!there) {
            problems.push_back(shown(plan, page.path) + ": no heading begins with \"" + section +
                               "\"");
        }
    }
    return problems;
}

// A number that stands in the manifest, too.
Problems check_minutes(const Plan& plan, const Lesson& lesson, const Page& page) {
    const auto minutes = minutes_on(page);
    if (minutes == lesson.minutes) return {};
    const std::string file = shown(plan, page.path);
    const std::string wanted = std::to_string(lesson.minutes);
    if (!minutes) return {file + ": no line says \"About " + wanted + " minutes\""};
    return {file + ": \"About " + std::to_string(*minutes) + " minutes\", and lesson.toml has " +
            wanted};
}

Problems check_demos_are_shown(const Plan& plan, const Lesson& lesson, const Page& page) {
    Problems problems;
    auto text = text_of(page.lines);
    for (const auto& demo : lesson.demos) {
        if (mentions(text, "demos/" + demo.name + ".cpp") ||
            mentions(text, "`" + demo.name + "`") || mentions(text, "output: " + demo.name + " ") ||
            mentions(text, lesson.id + "/" + demo.name)) {
            continue;
        }
        problems.push_back(shown(plan, page.path) + ": the demo " + demo.name +
                           " is neither quoted nor mentioned");
    }
    return problems;
}

Problems check_exercises_are_named(const Plan& plan, const Lesson& lesson, const Page& page) {
    Problems problems;
    auto text = text_of(page.lines);
    for (const auto& exercise : lesson.exercises) {
        if (mentions(text, exercise.name)) continue;
        problems.push_back(shown(plan, page.path) + ": the exercise " + exercise.name +
                           " is nowhere mentioned");
    }
    return problems;
}

Problems check_review_sections(const Plan& plan, const Lesson& lesson, const Page& page) {
    Problems problems;
    for (const auto& exercise : lesson.exercises) {
        bool there = std::ranges::any_of(page.headings, [&](const Heading& heading) {
            return heading.level == 2 && heading.text == exercise.name;
        });
        if (!there) {
            problems.push_back(shown(plan, page.path) + ": the section `## " + exercise.name +
                               "` is missing");
        }
    }
    return problems;
}

void append(Problems& all, Problems more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

Problems check_lesson(const Plan& plan, const Lesson& lesson) {
    Problems problems;
    for (const char* name : {"README.md", "review.md"}) {
        auto path = folder_of(plan, lesson) / name;
        auto page = parse_page(path, read_file(path));
        append(problems, check_blocks(plan, lesson, page));
        append(problems, check_links(plan, page));
        if (path.filename() == "review.md") {
            append(problems, check_review_sections(plan, lesson, page));
        } else {
            append(problems, check_sections(plan, page));
            append(problems, check_minutes(plan, lesson, page));
            append(problems, check_demos_are_shown(plan, lesson, page));
            append(problems, check_exercises_are_named(plan, lesson, page));
        }
    }
    return problems;
}

// The project's other pages: README.md, CONTRIBUTING.md and what is in docs/.
Job other_pages_job(const Plan& plan) {
    Job job;
    job.name = "links of the other pages";
    job.again = "./course selfcheck --quick";
    job.work = [&plan] {
        auto files = files_below(plan.course.root / "docs", {".md"});
        for (const auto& entry : fs::directory_iterator(plan.course.root)) {
            if (entry.path().extension() == ".md") files.push_back(entry.path());
        }
        Problems problems;
        for (const auto& file : files) {
            append(problems, check_links(plan, parse_page(file, read_file(file))));
        }
        return problems;
    };
    return job;
}

}  // namespace

void add_page_jobs(const Plan& plan, Jobs& jobs) {
    for (const auto* lesson : plan.lessons) {
        Job job;
        job.name = "pages of " + lesson->id;
        job.again = "./course selfcheck --quick " + lesson->id;
        job.work = [&plan, lesson] { return check_lesson(plan, *lesson); };
        jobs.push_back(std::move(job));
    }
    if (plan.whole) jobs.push_back(other_pages_job(plan));
}

std::vector<std::string> accept_quotes(const Plan& plan) {
    std::vector<std::string> changed;
    for (const auto* lesson : plan.lessons) {
        for (const char* name : {"README.md", "review.md"}) {
            auto path = folder_of(plan, *lesson) / name;
            auto old = read_file(path);
            auto text = requoted(parse_page(path, old), sources_of(plan, *lesson));
            if (text == old) continue;
            write_file(path, text);
            changed.push_back(shown(plan, path) + ": quoted anew.");
        }
    }
    return changed;
}

}  // namespace course::checking
