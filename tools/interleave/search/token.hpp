// Replay tokens: a schedule as the choices in which it differs from the plainest one.
//
// "1c9e77aa/12>2,5>0" means, for the executable whose hash starts so: at choice 12 thread 2 goes
// on, and at the fifth choice after that thread 0. All other choices are the standard ones.
#pragma once

#include <string>
#include <vector>

#include "interleave/search/strategies.hpp"

namespace interleave::search {

struct Deviation {
    std::uint64_t index;
    int chosen;
};

// The same for one file, whenever and wherever it was loaded.
std::string executable_hash();
// Whether plain accesses are steps, too, is part of the schedule.
std::string write_token(const std::vector<Deviation>& deviations, bool plain_steps);
// Throws std::invalid_argument with one sentence.
std::vector<Deviation> read_token(const std::string& token, bool& plain_steps);

// Follows another strategy and writes down where it deviates.
class DeviationLog : public Strategy {
  public:
    explicit DeviationLog(Strategy& followed) : followed_(followed) {}
    bool prepare() override;
    void ended(End end) override { followed_.ended(end); }
    int pick_thread(const ThreadChoice& choice) override;
    int pick_value(int count) override;
    void took(int thread, const Step& step) override { followed_.took(thread, step); }
    bool wants_all() const override { return true; }
    std::vector<Deviation> deviations() const;

  private:
    Strategy& followed_;
    Vector<Deviation> deviations_;
    std::uint64_t index_ = 0;
};

// Follows a token.
class Deviating : public Strategy {
  public:
    explicit Deviating(const std::vector<Deviation>& deviations);
    bool prepare() override;
    void ended(End) override {}
    int pick_thread(const ThreadChoice& choice) override;
    int pick_value(int count) override;
    bool wants_all() const override { return true; }
    bool diverged() const override { return diverged_; }

  private:
    int wanted();

    Vector<Deviation> deviations_;
    std::size_t next_ = 0;
    std::uint64_t index_ = 0;
    bool diverged_ = false;
};

}  // namespace interleave::search
