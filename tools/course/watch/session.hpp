// Watch mode without its loop: what keys, saves and finished checks do.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "course/screen/frame.hpp"
#include "course/screen/keys.hpp"
#include "course/screen/signals.hpp"
#include "course/screen/terminal.hpp"
#include "course/watch/check_run.hpp"
#include "course/watch/file_watcher.hpp"
#include "course/watch/situation.hpp"

namespace course {

class Session {
  public:
    // Begins with the exercise that the learner was on, or the next open one, and checks it.
    Session(const Course& course, Terminal& terminal, FileWatcher& watcher, Signals& signals);

    void on_key(Key key);
    void on_save();
    // A child has ended, or patience() is over.
    void on_child();
    // Whether the screen has something new to say about a check that waits for its grader.
    bool progressed();
    void draw();

    // Milliseconds after which on_child() is to be called; -1: no need.
    int patience() const { return check_ ? check_->patience() : -1; }

    bool over() const { return over_; }
    int ended_by() const {
        return ended_by_;
    }  // a signal that came while an editor had the terminal

  private:
    enum class View { exercise, list, solution, details, help };

    void go_to(const Exercise& exercise);
    void run_check();
    void stop_check();
    void take_verdict();
    void remember(const std::function<void()>& save);

    bool scroll_key(Key key);
    bool list_key(Key key);
    void command_key(Key key);
    void answer_reset(Key key);
    void hint();
    void next();
    void open();
    void play();
    void solution();
    void details();
    void suspend();
    void show(View view);

    Screen frame(int width, int rows);
    std::string foot_text() const;

    Situation now_;
    Terminal& terminal_;
    FileWatcher& watcher_;
    Signals& signals_;
    std::unique_ptr<CheckRun> check_;
    bool run_again_ = false;  // as soon as the check that is being stopped is gone
    bool discard_ = false;    // the verdict of the check that is being stopped

    View view_ = View::exercise;
    int scroll_ = 0;
    int page_ = 1;       // rows that a page key moves by
    bool more_ = false;  // the body goes on below the screen
    bool whole_file_ = false;
    bool asking_reset_ = false;
    std::size_t selected_ = 0;
    std::string notice_;  // takes the place of the next step until the next key
    bool over_ = false;
    int ended_by_ = 0;
};

}  // namespace course
