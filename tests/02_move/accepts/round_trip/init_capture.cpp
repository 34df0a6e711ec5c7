// why: Moves into the closure; a mutable lambda may move it out again.

    // [send]
    return fearless::spawn([parcel = std::move(parcel), &office]() mutable {
        parcel->stamps.push_back(office.next_stamp());
        return std::move(parcel);
    });
    // [send]
