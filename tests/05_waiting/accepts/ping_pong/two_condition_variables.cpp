// why: Each player has a bell of their own.

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
        std::condition_variable& mine = player == 0 ? changed_ : other_;
        std::condition_variable& theirs = player == 0 ? other_ : changed_;
        mine.wait(hold, [&] { return turn_ == player; });
        stroke();
        turn_ = 1 - player;
        hold.unlock();
        theirs.notify_one();
        // [play]
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_, other_;
    int turn_ = 0;
};
