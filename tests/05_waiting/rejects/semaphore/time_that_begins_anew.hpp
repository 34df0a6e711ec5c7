// verdict: wrong_result
// test: Semaphore.the_time_is_over_however_often_one_is_overtaken
// says: it was woken when its time was over, and slept on
// why: Whoever is overtaken between the wait and the try waits for the whole time again.

    // [try_acquire_for]
    while (!try_acquire()) {
        auto permits = permits_.lock();
        if (!released_.wait_for(permits, time, any)) return false;
    }
    return true;
    // [try_acquire_for]
