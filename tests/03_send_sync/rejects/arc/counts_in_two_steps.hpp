// verdict: data_race
// test: Arc.an_owner_may_make_copies_while_others_go
// why: A load and a store are two steps: a copy that is made in between by another thread is not
// counted.

        // [copy]
        if (block_) {
            const std::size_t owners = block_->owners.load(relaxed);
            if (owners > most_owners) std::abort();
            block_->owners.store(owners + 1, relaxed);
        }
        // [copy]
