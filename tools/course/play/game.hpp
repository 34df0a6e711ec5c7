// One game: the learner is the scheduler, and wants a run to come out in a certain way.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "course/model/manifest.hpp"
#include "course/play/stepper.hpp"

namespace course {

class Game {
  public:
    Game(const Exercise& exercise, const Playable& playable);

    // Looks at where the picks so far lead.
    const interleave::Result& position() const { return position_; }
    std::size_t picks() const { return picks_.size(); }
    // One line for each pick, as an answer writes it down.
    const std::vector<std::string>& written() const { return written_; }

    void take(const interleave::Move& move);  // one of position().moves
    bool undo();                              // false: there is nothing to take back
    void restart();

    enum class Status {
        open,      // somebody has to be picked
        won,       // it came out as wanted
        dead_end,  // it came out otherwise
        ended,     // nothing special is wanted
    };
    Status status() const;
    bool has_won() const { return won_; }  // ever

    std::string title() const;
    std::string goal() const;
    // How things stand, in a sentence.
    std::string sentence() const;

  private:
    void look();
    bool looks_for_a_failure() const { return exercise_.aim.empty() && !playable_.test.empty(); }

    const Exercise& exercise_;
    const Playable& playable_;
    std::vector<int> picks_;
    std::vector<std::string> written_;
    interleave::Result position_;
    std::set<std::string> seen_;  // outcomes
    bool won_ = false;
};

}  // namespace course
