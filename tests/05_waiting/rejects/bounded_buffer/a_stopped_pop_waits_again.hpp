// verdict: livelock
// test: BoundedBuffer.a_stop_request_ends_the_wait_for_a_value
// says: a request to stop has to end it
// why: A stopped wait has found nothing, and the request stays: the next wait ends at once, too.

        // [pop_stop]
        for (;;) {
            auto state = state_.lock();
            not_empty_.wait(state, stop, something_to_do);
            if (auto oldest = take(state)) return oldest;
            if (state->closed) return std::nullopt;
        }
        // [pop_stop]
