// why: No lock at all: the sale fails when the number is no longer the one that was checked.

        // [free_seats]
        return free_;
        // [free_seats]

        // [sell]
        int seen = free_;
        while (seen > 0) {
            if (free_.compare_exchange_weak(seen, seen - 1)) return true;
        }
        return false;
        // [sell]

    // [members]
    std::atomic<int> free_;
    // [members]
