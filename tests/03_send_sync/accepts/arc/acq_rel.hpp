// why: One order for both halves: fetch_sub with acq_rel needs no load of its own. A destructor
// then does more than it has to where it is not the last.

        // [copy]
        if (block_ && block_->owners.fetch_add(1) > most_owners) std::abort();
        // [copy]

        // [drop]
        if (block_ && block_->owners.fetch_sub(1, acq_rel) == 1) delete block_;
        // [drop]
