// verdict: wrong_result
// test: Channel.a_batch_is_what_is_there_but_not_more_than_was_asked_for
// why: The first value comes alone, and what is there beside it stays.

        // [recv_batch]
        auto found = recv();
        if (!found) return std::unexpected(found.error());
        std::vector<T> batch;
        batch.push_back(std::move(*found));
        (void)most;
        return batch;
        // [recv_batch]
