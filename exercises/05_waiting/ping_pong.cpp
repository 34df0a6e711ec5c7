// Two players, one ball.
#include <condition_variable>
#include <functional>
#include <mutex>

// Two threads share a table, player 0 and player 1. play(player, stroke) waits until it is that
// player's turn, calls stroke, and gives the turn to the other one. Player 0 begins. Strokes never
// overlap, and each of them sees all that the one before it has done. Whoever waits sleeps.
class Table {
  public:
    void play(int player, const std::function<void()>& stroke) {
        // [play]
        std::unique_lock hold(mutex_);
        if (turn_ != player) changed_.wait(hold);
        changed_.notify_one();
        hold.unlock();
        stroke();
        turn_ = 1 - player;
        // [play]
    }

  private:
    // [members]
    std::mutex mutex_;
    std::condition_variable changed_;
    int turn_ = 0;
    // [members]
};
