// verdict: exception
// test: Channel.a_batch_is_what_is_there_but_not_more_than_was_asked_for
// why: The end was found, and the values that came before it are thrown away.

        // [recv_batch]
        auto found = recv();
        if (!found) return std::unexpected(found.error());
        std::vector<T> batch;
        batch.push_back(std::move(*found));
        while (batch.size() < most && (found = try_recv())) batch.push_back(std::move(*found));
        if (!found && found.error() == RecvError::disconnected)
            return std::unexpected(found.error());
        return batch;
        // [recv_batch]
