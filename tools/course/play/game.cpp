#include "course/play/game.hpp"

#include <fmt/format.h>

#include "course/grading/answer.hpp"
#include "course/grading/exploration.hpp"

namespace course {
namespace {

std::string quoted(const std::string& outcome) {
    return outcome.starts_with('(') ? outcome : "\"" + outcome + "\"";
}

}  // namespace

Game::Game(const Exercise& exercise, const Playable& playable)
    : exercise_(exercise), playable_(playable) {
    look();
}

void Game::look() {
    position_ = playable_.stepper->after(picks_);
    if (position_.moves.empty()) seen_.insert(outcome_of(position_));
    won_ = won_ || status() == Status::won;
}

void Game::take(const interleave::Move& move) {
    written_.push_back(
        fmt::format("{:<8}  # {}", word_for(move), move.why.empty() ? move.action : move.why));
    picks_.push_back(move.pick);
    look();
}

bool Game::undo() {
    if (picks_.empty()) return false;
    picks_.pop_back();
    written_.pop_back();
    look();
    return true;
}

void Game::restart() {
    picks_.clear();
    written_.clear();
    look();
}

Game::Status Game::status() const {
    if (!position_.moves.empty()) return Status::open;
    if (looks_for_a_failure())
        return position_.verdict == interleave::Verdict::passed ? Status::dead_end : Status::won;
    if (exercise_.aim.empty()) return Status::ended;
    return outcome_of(position_) == exercise_.aim ? Status::won : Status::dead_end;
}

std::string Game::title() const {
    return playable_.test.empty() ? "exercises/" + exercise_.program : promise(playable_.test);
}

std::string Game::goal() const {
    if (looks_for_a_failure()) return "You are the scheduler: break it.";
    if (exercise_.aim.empty()) return "You are the scheduler: see what can be printed.";
    return "You are the scheduler: make it end with " + quoted(exercise_.aim) + ".";
}

std::string Game::sentence() const {
    const std::string outcome = quoted(outcome_of(position_));
    const std::size_t picks = picks_.size();
    if (picks == 0 && status() == Status::dead_end)
        return "Nobody ever has a choice here: the run ends well, and nothing breaks.";
    switch (status()) {
        case Status::won:
            if (picks == 0)
                return fmt::format("It breaks before there is anything to choose: {}.",
                                   to_string(verdict_of(position_.verdict)));
            if (looks_for_a_failure())
                return fmt::format("You broke it: {}.", to_string(verdict_of(position_.verdict)));
            return fmt::format("You got there with {} pick{}: {}.", picks, picks == 1 ? "" : "s",
                               outcome);
        case Status::dead_end:
            if (looks_for_a_failure())
                return "A dead end: the run ended well, nothing broke. u takes a pick back.";
            return fmt::format("A dead end: the run ended with {}. u takes a pick back.", outcome);
        case Status::ended:
            return fmt::format("The run ended with {}; results so far: {}. u takes a pick back.",
                               outcome, seen_.size());
        case Status::open:
            break;
    }
    const std::string& why = position_.moves.front().why;
    if (why.starts_with("woken by")) return "Who is woken?";
    if (why == "succeeds") return "Does the weak compare-exchange succeed?";
    if (position_.moves.front().thread == position_.moves.back().thread)
        return "Does it wake for no reason?";
    return "Whose turn is it?";
}

}  // namespace course
