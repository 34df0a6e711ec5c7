// why: The turn is a word that one can sleep on.

#include <atomic>

        // [play]
        for (int turn = word_; turn != player; turn = word_) word_.wait(turn);
        stroke();
        word_ = 1 - player;
        word_.notify_one();
        // [play]

    // [members]
    std::atomic<int> word_ = 0;
    // [members]
