// verdict: wrong_result
// test: LostUpdate.no_visitor_is_lost
// why: Who does not get the lock at once loses a visitor.

        // [enter]
        const std::unique_lock hold(mutex_, std::try_to_lock);
        if (hold) ++visitors_;
        // [enter]
