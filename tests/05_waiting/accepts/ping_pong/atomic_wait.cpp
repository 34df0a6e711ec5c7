// why: The turn is a word that one can sleep on.

#include <atomic>
#include <functional>

// Two threads share a table, player 0 and player 1. play(player, stroke) waits until it is that
// player's turn, calls stroke, and gives the turn to the other one. Player 0 begins. Strokes never
// overlap, and each of them sees all that the one before it has done. Whoever waits sleeps.
class Table {
  public:
    void play(int player, const std::function<void()>& stroke) {
        // [play]
        for (int turn = word_; turn != player; turn = word_) word_.wait(turn);
        stroke();
        word_ = 1 - player;
        word_.notify_one();
        // [play]
    }

  private:
    std::atomic<int> word_ = 0;
};
