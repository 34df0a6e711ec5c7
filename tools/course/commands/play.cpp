// The learner is the scheduler.
#include <fmt/core.h>

#include <iostream>

#include "course/commands/commands.hpp"
#include "course/commands/preparation.hpp"
#include "course/grading/answer.hpp"
#include "course/grading/engines/engine.hpp"
#include "course/grading/grader.hpp"
#include "course/model/shipped_files.hpp"
#include "course/play/player.hpp"
#include "course/report/feedback.hpp"
#include "course/screen/signals.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "system/signals.hpp"
#include "system/terminal.hpp"
#include "text/text.hpp"

namespace course {

using namespace sys;
using namespace text;

namespace {

int print_refusal(const Result& refused, const Exercise& exercise) {
    const TerminalSize size = terminal_size();
    for (const auto& line : feedback(refused, exercise, {wants_colour(), size.columns, size.rows}))
        fmt::print("{}\n", line);
    return kNotPassed;
}

// The schedule that was found is the answer of a `schedule` exercise. What stood there is kept.
std::string save(const Course& course, const Exercise& exercise, const Game& game) {
    const auto file = exercise_file(course, exercise);
    const std::string shown = "exercises/" + exercise.files.front();
    const auto before = read_file_if_present(file);
    const auto text = with_answer(before.value_or(""), game.written());
    if (!text)
        return fmt::format(
            "It is not saved: {} lacks its two lines {}; \"./course reset {}\" "
            "brings them back.",
            shown, kAnswerMarker, exercise.name);
    if (!untouched(course, exercise)) keep_copies(course, exercise);
    write_file_if_changed(file, *text);
    return fmt::format("Saved in {}; \"./course check {}\" grades it.", shown, exercise.name);
}

struct End {
    int status = kNotPassed;
    int signal = 0;  // that ended it
};

End play_until_over(const Course& course, const PlayOptions& options) {
    const Exercise& exercise = course.exercise(options.name);
    GradeRequest request;
    if (options.from_solutions) request.from = GradeRequest::From::solutions;
    request.own_folder = true;  // checks go on while somebody plays
    const Toolchain& toolchain = Toolchain::named(request.toolchain);
    const Workspace workspace(course, exercise, request, toolchain.build_folder());
    const Examination on{course, exercise, request, workspace, toolchain};
    show_preparation();
    const Playable playable = make_playable(on, options.test);
    if (playable.refused) return {print_refusal(*playable.refused, exercise)};
    if (playable.tests.size() > 1 && options.test.empty()) {
        fmt::print("One of {} tests; --test plays another one:\n", playable.tests.size());
        for (const std::string& test : playable.tests)
            fmt::print("  {} {}\n", test == playable.test ? ">" : " ", test);
        fmt::print("\n");
        std::fflush(stdout);
    }
    Game game(exercise, playable);
    const OnWin on_win = [&](const Game& won) {
        const bool answers = exercise.kind == ExerciseKind::schedule && !options.from_solutions;
        return answers ? save(course, exercise, won) : std::string();
    };
    End end;
    if (is_terminal()) {
        end.signal = play_on_screen(game, on_win);
    } else {
        play_by_lines(game, on_win, std::cin, std::cout);
    }
    const bool nothing_to_win = exercise.kind == ExerciseKind::predict;
    if (game.has_won() || nothing_to_win) end.status = kPassed;
    return end;
}

}  // namespace

int play(const Course& course, const PlayOptions& options) {
    const End end = play_until_over(course, options);
    if (end.signal != 0) die_of(end.signal);
    return end.status;
}

}  // namespace course
