// verdict: wrong_result
// test: Channel.a_batch_waits_for_its_first_value
// why: Empty is about now; the batch was asked to wait for its first value.

        // [recv_batch]
        auto found = try_recv();
        if (!found) return std::unexpected(found.error());
        std::vector<T> batch;
        batch.push_back(std::move(*found));
        while (batch.size() < most && (found = try_recv())) batch.push_back(std::move(*found));
        return batch;
        // [recv_batch]
