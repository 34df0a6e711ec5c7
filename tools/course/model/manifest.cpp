#include "course/model/manifest.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

#include "course/model/manifest_reader.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "text/text.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;
using namespace text;

namespace {

constexpr std::array<std::string_view, 7> kEngineNames = {
    "native", "thread", "address", "must_not_compile", "schedules", "predict", "schedule"};
// Those that `checks` may name come first.
constexpr std::size_t kNamedEngines = 5;
constexpr std::array<std::string_view, 5> kKindNames = {"part", "fix", "compile", "predict",
                                                        "schedule"};
constexpr std::array<std::string_view, 3> kOutputNames = {"exact", "any_order", "interleaved"};

// Which of `names` the text of `key` is. `what`: "engine".
std::size_t one_of(TableReader& reader, std::string_view key, const std::string& word,
                   std::string_view what, const std::vector<std::string>& names) {
    const auto found = std::ranges::find(names, word);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    reader.fail(key,
                "unknown " + std::string(what) + " \"" + word + "\"; expected " + enumerate(names));
}

template <std::size_t Size>
std::vector<std::string> strings(const std::array<std::string_view, Size>& names,
                                 std::size_t count = Size) {
    return {names.begin(), names.begin() + static_cast<std::ptrdiff_t>(count)};
}

EngineKind engine_from(TableReader& reader, std::string_view key, const std::string& word,
                       std::size_t choices) {
    return static_cast<EngineKind>(
        one_of(reader, key, word, "engine", strings(kEngineNames, choices)));
}

Verdict verdict_of(TableReader& reader, std::string_view key, const std::string& word) {
    if (const auto verdict = verdict_from(word)) return *verdict;
    std::vector<std::string> names;
    for (int i = 0; i <= static_cast<int>(Verdict::tampered); ++i) {
        names.emplace_back(to_string(static_cast<Verdict>(i)));
    }
    const std::string near = did_you_mean(word, names);
    reader.fail(key, "unknown verdict \"" + word + "\"" +
                         (near.empty() ? "; expected " + enumerate(names) : near));
}

// What a sentence is about: "crash", or "crash.abort" for one cause of it.
std::pair<Verdict, Cause> said_of(TableReader& reader, const std::string& what) {
    const std::size_t dot = what.find('.');
    const Verdict verdict = verdict_of(reader, "says", what.substr(0, dot));
    if (dot == std::string::npos) return {verdict, Cause::none};
    const std::string word = what.substr(dot + 1);
    if (const auto cause = cause_from(verdict, word)) return {verdict, *cause};
    std::vector<std::string> names;
    for (const Cause cause : causes_of(verdict)) names.emplace_back(to_string(cause));
    const std::string near = did_you_mean(word, names);
    reader.fail("says", "unknown cause \"" + word + "\" of " + std::string(to_string(verdict)) +
                            (names.empty()  ? "; expected a text for the verdict itself"
                             : near.empty() ? "; expected " + enumerate(names)
                                            : near));
}

// Reads one lesson.toml.
class LessonReader {
  public:
    LessonReader(const fs::path& root, const std::string& id) : root_(root), id_(id) {}

    Lesson read() {
        const std::string file = "lessons/" + id_ + "/lesson.toml";
        const toml::table table = parse(file);
        TableReader reader(table, file, "the lesson");
        Lesson lesson;
        lesson.id = id_;
        lesson.title = reader.text("title");
        lesson.minutes = reader.number("minutes", 1);
        lesson.prerequisites = reader.texts_or_none("prerequisites");
        lesson.sources = reader.texts_or_none("sources");
        lesson.given = reader.texts_or_none("given");
        for (const auto& file : lesson.given) {
            need_file(reader, "given", fs::path("exercises") / file);
            need_file(reader, "given", fs::path("solutions") / file);
        }
        for (auto& part : reader.tables("demo")) add_demo(lesson, part);
        for (auto& part : reader.tables("exercise")) add_exercise(lesson, part);
        for (auto& part : reader.tables("quiz")) add_question(lesson, part);
        reader.no_other_keys();
        return lesson;
    }

  private:
    toml::table parse(const std::string& file) const {
        const std::string text = read_file(root_ / file);
        try {
            return toml::parse(text, file);
        } catch (const toml::parse_error& error) {
            throw Error(kBrokenEnvironment,
                        file + ":" + std::to_string(error.source().begin.line) +
                            ": not valid TOML: " + std::string(error.description()) + ".");
        }
    }

    void add_demo(Lesson& lesson, TableReader& reader) const;
    void add_exercise(Lesson& lesson, TableReader& reader) const;
    void add_question(Lesson& lesson, TableReader& reader) const;

    void read_checks(Exercise& exercise, TableReader& reader) const;
    void read_hints(Exercise& exercise, TableReader& reader) const;
    void read_files(Exercise& exercise, TableReader& reader) const;
    void read_program(Exercise& exercise, TableReader& reader) const;
    void need_file(TableReader& reader, std::string_view key, const fs::path& file) const;

    const fs::path& root_;
    const std::string& id_;
};

// A file that the record of what was shipped lists is the manifest's no longer: if it is gone,
// the learner or the grader has to hear of it, and the rest of the course goes on.
void LessonReader::need_file(TableReader& reader, std::string_view key,
                             const fs::path& file) const {
    std::error_code ignored;
    if (fs::exists(root_ / file, ignored)) return;
    const auto record = read_file_if_present(root_ / "tests" / "checksums.txt");
    if (record && record->find("  " + file.string() + "\n") != std::string::npos) return;
    reader.fail(key, "there is no file " + file.string());
}

void check_name(TableReader& reader, const std::string& name) {
    const auto fits = [](unsigned char c) {
        return std::islower(c) || std::isdigit(c) || c == '_';
    };
    if (std::ranges::all_of(name, fits)) return;
    reader.fail("name",
                "\"" + name + "\" is not a name; expected lower-case letters, digits and _");
}

template <typename Named>
void no_second(TableReader& reader, const std::vector<Named>& others, const std::string& name) {
    if (std::ranges::find(others, name, &Named::name) == others.end()) return;
    reader.fail("name", "\"" + name + "\" is there twice; expected a name of its own");
}

void LessonReader::add_demo(Lesson& lesson, TableReader& reader) const {
    Demo demo;
    demo.lesson = id_;
    demo.name = reader.text("name");
    check_name(reader, demo.name);
    no_second(reader, lesson.demos, demo.name);
    demo.source = reader.text_or("source", "");
    demo.engine = engine_from(reader, "engine", reader.text_or("engine", "native"), 3);
    demo.output = static_cast<Demo::Output>(one_of(
        reader, "output", reader.text_or("output", "exact"), "output", strings(kOutputNames)));
    demo.streams = reader.texts_or_none("streams");
    demo.may_lose_tail = reader.texts_or_none("may_lose_tail");
    demo.fails = reader.flag_or("fails", false);
    reader.no_other_keys();
    for (const char* key : {"streams", "may_lose_tail"}) {
        if (reader.has(key) && demo.output != Demo::Output::interleaved) {
            reader.fail(key, std::string("\"") + key +
                                 "\" needs output = \"interleaved\" in the same [[demo]]");
        }
    }
    need_file(reader, "name", fs::path("lessons") / id_ / "demos" / (demo.name + ".cpp"));
    lesson.demos.push_back(std::move(demo));
}

void LessonReader::read_checks(Exercise& exercise, TableReader& reader) const {
    for (const auto& word : reader.texts("checks")) {
        exercise.checks.push_back(engine_from(reader, "checks", word, kNamedEngines));
    }
    if (exercise.checks.empty()) {
        reader.fail("checks", "\"checks\" is empty; expected " +
                                  enumerate(strings(kEngineNames, kNamedEngines)));
    }
    const fs::path source = exercise.test_source();
    const auto counts = [&](EngineKind kind) { return std::ranges::count(exercise.checks, kind); };
    const auto refused = counts(EngineKind::must_not_compile);
    if (refused > 0) {
        need_file(reader, "checks", exercise.refusals_source());
    }
    if (refused < static_cast<std::ptrdiff_t>(exercise.checks.size())) {
        need_file(reader, "name", source);
    }
}

void LessonReader::read_hints(Exercise& exercise, TableReader& reader) const {
    const auto hints = reader.texts("hints");
    if (hints.size() != exercise.hints.size()) {
        reader.fail("hints", "\"hints\" holds " + std::to_string(hints.size()) +
                                 "; expected three, from a nudge to nearly the answer");
    }
    std::ranges::copy(hints, exercise.hints.begin());
}

void LessonReader::read_files(Exercise& exercise, TableReader& reader) const {
    exercise.files = reader.texts("files");
    if (exercise.files.empty()) {
        reader.fail("files", "\"files\" is empty; expected paths below exercises/");
    }
    for (const auto& file : exercise.files) {
        const fs::path path(file);
        if (path.is_absolute() || path.lexically_normal() != path || *path.begin() == "..") {
            reader.fail("files", "\"" + file + "\" is not a plain path below exercises/");
        }
        need_file(reader, "files", "exercises" / path);
        need_file(reader, "files", "solutions" / path);
    }
}

// NAME.cpp is the program and NAME.txt the answer, in the lesson's folder; nothing else is to say.
void LessonReader::read_program(Exercise& exercise, TableReader& reader) const {
    exercise.program = id_ + "/" + exercise.name + ".cpp";
    exercise.files = {id_ + "/" + exercise.name + ".txt"};
    const bool schedule = exercise.kind == ExerciseKind::schedule;
    exercise.checks = {schedule ? EngineKind::schedule : EngineKind::predict};
    if (schedule) exercise.aim = reader.text("aim");
    for (const char* tree : {"exercises", "solutions"}) {
        need_file(reader, "name", tree / fs::path(exercise.program));
        need_file(reader, "name", tree / fs::path(exercise.files[0]));
    }
}

void LessonReader::add_exercise(Lesson& lesson, TableReader& reader) const {
    Exercise exercise;
    exercise.lesson = id_;
    exercise.name = reader.text("name");
    check_name(reader, exercise.name);
    no_second(reader, lesson.exercises, exercise.name);
    exercise.kind = static_cast<ExerciseKind>(
        one_of(reader, "kind", reader.text("kind"), "kind", strings(kKindNames)));
    exercise.title = reader.text("title");
    exercise.task = reader.text("task");
    exercise.minutes = reader.number("minutes", 1);
    exercise.points = reader.number_or("points", 0, 1);
    exercise.cpu_seconds = reader.seconds_or("cpu_seconds", exercise.cpu_seconds);
    for (const auto& [what, sentence] : reader.pairs("says")) {
        exercise.says[said_of(reader, what)] = sentence;
    }
    read_hints(exercise, reader);
    if (exercise.kind == ExerciseKind::predict || exercise.kind == ExerciseKind::schedule) {
        read_program(exercise, reader);
    } else {
        exercise.requires_ = reader.texts_or_none("requires");
        exercise.shipped = verdict_of(reader, "shipped", reader.text_or("shipped", "todo"));
        read_files(exercise, reader);
        read_checks(exercise, reader);
    }
    reader.no_other_keys();
    lesson.exercises.push_back(std::move(exercise));
}

void LessonReader::add_question(Lesson& lesson, TableReader& reader) const {
    QuizQuestion question;
    question.question = reader.text("question");
    question.program = reader.text_or("program", "");
    question.choices = reader.texts("choices");
    question.reason = reader.text("reason");
    const int count = static_cast<int>(question.choices.size());
    if (count < 2) reader.fail("choices", "\"choices\" needs at least two texts");
    if (question.program.empty()) {
        question.answer = reader.number("answer", 0);
        if (question.answer >= count) {
            reader.fail("answer", "\"answer\" is " + std::to_string(question.answer) +
                                      "; expected 0 to " + std::to_string(count - 1));
        }
    } else if (reader.has("answer")) {
        reader.fail("answer", "\"answer\" beside \"program\"; the run of the program decides");
    }
    reader.no_other_keys();

    std::vector<std::string> demos;
    for (const auto& demo : lesson.demos) demos.push_back(demo.name);
    if (!question.program.empty() && std::ranges::find(demos, question.program) == demos.end()) {
        const std::string near = did_you_mean(question.program, demos);
        reader.fail("program",
                    "there is no demo \"" + question.program + "\" in this lesson" + near);
    }
    lesson.quiz.push_back(std::move(question));
}

bool is_lesson_name(const std::string& name) {
    return name.size() > 3 && std::isdigit(static_cast<unsigned char>(name[0])) &&
           std::isdigit(static_cast<unsigned char>(name[1])) && name[2] == '_';
}

std::vector<std::string> lesson_names(const fs::path& root) {
    std::vector<std::string> names;
    std::error_code failed;
    for (fs::directory_iterator entry(root / "lessons", failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const std::string name = entry->path().filename().string();
        std::error_code ignored;
        if (is_lesson_name(name) && fs::exists(entry->path() / "lesson.toml", ignored)) {
            names.push_back(name);
        }
    }
    if (failed) {
        throw Error(kBrokenEnvironment,
                    "cannot read " + (root / "lessons").string() + ": " + failed.message() + ".");
    }
    std::ranges::sort(names);
    return names;
}

// The line of the manifest on which `word` stands in quotes; 1 if there is none.
int line_of(const fs::path& file, const std::string& word) {
    const auto lines = lines_of(read_file(file));
    const auto found = std::ranges::find_if(
        lines, [&](const auto& line) { return line.find('"' + word + '"') != std::string::npos; });
    return found == lines.end() ? 1 : static_cast<int>(found - lines.begin()) + 1;
}

[[noreturn]] void fail_at_word(const fs::path& root, const Lesson& lesson, const std::string& word,
                               const std::string& sentence) {
    const std::string file = "lessons/" + lesson.id + "/lesson.toml";
    const char* end = sentence.ends_with('?') ? "" : ".";
    throw Error(kBrokenEnvironment,
                file + ":" + std::to_string(line_of(root / file, word)) + ": " + sentence + end);
}

// What a lesson and an exercise build on must come before them.
void check_references(const Course& course) {
    std::vector<std::string> lessons, parts;
    for (const auto& lesson : course.lessons) {
        for (const auto& id : lesson.prerequisites) {
            if (std::ranges::find(lessons, id) != lessons.end()) continue;
            fail_at_word(
                course.root, lesson, id,
                "prerequisite \"" + id + "\" is no earlier lesson" + did_you_mean(id, lessons));
        }
        lessons.push_back(lesson.id);
        for (const auto& exercise : lesson.exercises) {
            for (const auto& id : exercise.requires_) {
                if (std::ranges::find(parts, id) != parts.end()) continue;
                fail_at_word(course.root, lesson, id,
                             "\"" + exercise.name + "\" requires \"" + id +
                                 "\", which is no part before it" + did_you_mean(id, parts));
            }
            if (exercise.kind == ExerciseKind::part) parts.push_back(exercise.id());
        }
    }
}

}  // namespace

std::string_view to_string(EngineKind kind) {
    return kEngineNames[static_cast<std::size_t>(kind)];
}

std::string_view to_string(ExerciseKind kind) {
    return kKindNames[static_cast<std::size_t>(kind)];
}

fs::path Exercise::test_source() const {
    if (is_about_a_program()) return fs::path("solutions") / program;
    return fs::path("tests") / lesson / (name + ".cpp");
}

fs::path Exercise::refusals_source() const {
    return test_source().replace_extension(".must_not_compile.cpp");
}

const std::string* Exercise::words_on(Verdict verdict, Cause cause) const {
    auto found = says.find({verdict, cause});
    if (found == says.end() && is_about_the_code(cause)) found = says.find({verdict, Cause::none});
    return found == says.end() ? nullptr : &found->second;
}

Course load_course(const fs::path& root) {
    Course course;
    course.root = root;
    for (const auto& name : lesson_names(root)) {
        course.lessons.push_back(LessonReader(root, name).read());
    }
    if (course.lessons.empty()) {
        throw Error(kBrokenEnvironment,
                    "no lessons in " + root.string() + ": expected lessons/NN_topic/lesson.toml.");
    }
    check_references(course);
    return course;
}

}  // namespace course
