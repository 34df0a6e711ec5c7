// verdict: crash
// why: After the move the unique_ptr is null; whoever still wants the label must take it before.

    // [send]
    auto trip = fearless::spawn([parcel = std::move(parcel), &office]() mutable {
        parcel->stamps.push_back(office.next_stamp());
        return std::move(parcel);
    });
    parcel->label += " (under way)";
    return trip;
    // [send]
