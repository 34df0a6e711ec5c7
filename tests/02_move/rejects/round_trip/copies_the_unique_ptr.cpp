// verdict: compile_error
// why: A plain capture copies, and a unique_ptr has no copy.

    // [send]
    return fearless::spawn([parcel, &office]() mutable {
        parcel->stamps.push_back(office.next_stamp());
        return std::move(parcel);
    });
    // [send]
