// verdict: wrong_result
// test: Channel.a_batch_is_what_is_there_but_not_more_than_was_asked_for
// why: Receives once more before it looks at the number, and drops that value.

        // [recv_batch]
        auto found = recv();
        if (!found) return std::unexpected(found.error());
        std::vector<T> batch;
        batch.push_back(std::move(*found));
        while ((found = try_recv()) && batch.size() < most) batch.push_back(std::move(*found));
        return batch;
        // [recv_batch]
