// The skeletons of an exercise. They are files below templates/KIND, laid out like the project and
// each with .in behind its name, so that an author reads and changes them like any other file.
#include <fmt/core.h>

#include <algorithm>
#include <cctype>

#include "course/commands/commands.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "text/text.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;
using namespace text;

namespace {

const fs::path kTemplates = fs::path(COURSE_SOURCE_DIR) / "tools/course/templates";

struct Skeleton {
    std::string file;  // relative to the root
    std::string text;
};

using Words = std::vector<std::pair<std::string, std::string>>;  // "@NAME@" -> "ping_pong"

std::string filled_in(std::string text, const Words& words) {
    for (const auto& [place, word] : words) {
        for (auto at = text.find(place); at != text.npos; at = text.find(place, at + word.size())) {
            text.replace(at, place.size(), word);
        }
    }
    return text;
}

// "ping_pong" -> "PingPong"
std::string camel_case(std::string_view name) {
    std::string camel;
    for (const auto& word : split(name, '_')) {
        camel += static_cast<char>(std::toupper(static_cast<unsigned char>(word.front())));
        camel += word.substr(1);
    }
    return camel;
}

bool is_snake_case(std::string_view name) {
    const auto fits = [](unsigned char c) {
        return std::islower(c) || std::isdigit(c) || c == '_';
    };
    return !name.empty() && std::islower(static_cast<unsigned char>(name.front())) &&
           std::ranges::all_of(name, fits) && !name.ends_with('_') && name.find("__") == name.npos;
}

void need_kind(std::string_view kind) {
    std::vector<std::string> kinds;
    for (const auto& entry : fs::directory_iterator(kTemplates)) {
        kinds.push_back(entry.path().filename());
    }
    if (std::ranges::find(kinds, kind) != kinds.end()) return;
    std::ranges::sort(kinds);
    const std::string near = did_you_mean(kind, kinds);
    throw Error(kBadUsage, "there is no kind of exercise \"" + std::string(kind) + "\"" +
                               (near.empty() ? "; expected " + enumerate(kinds) + "." : near));
}

void need_new_name(const Course& course, std::string_view name) {
    if (!is_snake_case(name)) {
        throw Error(kBadUsage, "\"" + std::string(name) +
                                   "\" is not a name for an exercise; expected snake_case, such "
                                   "as ping_pong.");
    }
    for (const Exercise* exercise : course.exercises()) {
        if (exercise->name != name) continue;
        throw Error(kBadUsage, "there is an exercise " + exercise->id() +
                                   " already; expected a name of its own.");
    }
}

// The manifest with the entry behind its last exercise: before what it asks in its quiz.
std::string with_entry(std::string manifest, const std::string& entry) {
    const auto quiz = manifest.find("\n[[quiz]]");
    return manifest.insert(quiz == manifest.npos ? manifest.size() : quiz, entry);
}

std::vector<Skeleton> skeletons(const Course& course, const std::string& kind, const Words& words) {
    std::vector<Skeleton> all;
    const fs::path folder = kTemplates / kind;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const fs::path name = entry.path().lexically_relative(folder).replace_extension();
        Skeleton one{filled_in(name, words), filled_in(read_file(entry.path()), words)};
        const fs::path target = course.root / one.file;
        const bool is_manifest = name.filename() == "lesson.toml";
        if (is_manifest) {
            one.text = with_entry(read_file(target), one.text);
        } else if (std::error_code none; fs::exists(fs::symlink_status(target, none))) {
            throw Error(kBadUsage, one.file + " is there already; nothing was written.");
        }
        all.push_back(std::move(one));
    }
    // The manifest comes last: what it names is there then.
    std::ranges::sort(all, {}, [](const Skeleton& one) {
        return std::pair(one.file.ends_with("lesson.toml"), one.file);
    });
    return all;
}

// All of them or none.
void write(const Course& course, const std::vector<Skeleton>& all) {
    std::vector<fs::path> written;
    try {
        for (const auto& [file, text] : all) {
            write_file(course.root / file, text);
            written.push_back(course.root / file);
        }
    } catch (const Error&) {
        std::error_code ignored;
        for (const auto& file : written) fs::remove(file, ignored);
        throw;
    }
}

}  // namespace

int add_exercise(const Course& course, const std::string& kind, const std::string& id) {
    need_kind(kind);
    const auto slash = id.find('/');
    if (slash == id.npos) {
        throw Error(kBadUsage, "\"" + id + "\" names no lesson; expected LESSON/NAME, such as " +
                                   course.lessons.back().id + "/" +
                                   (is_snake_case(id) ? id : "ping_pong") + ".");
    }
    const Lesson& lesson = course.lesson(id.substr(0, slash));
    const std::string name = id.substr(slash + 1);
    need_new_name(course, name);
    const Words words = {{"@LESSON@", lesson.id},
                         {"@NUMBER@", lesson.id.substr(0, 2)},
                         {"@NAME@", name},
                         {"@CAMEL@", camel_case(name)}};
    const auto all = skeletons(course, kind, words);
    write(course, all);
    for (const auto& one : all) fmt::print("{}\n", one.file);
    fmt::print("\nReplace each TODO; \"./course selfcheck {}\" names what is still missing.\n",
               lesson.id);
    return kPassed;
}

}  // namespace course
