// verdict: compile_error
// why: The captures of a lambda are const unless it is mutable, and nothing moves out of a const
// object.

    // [send]
    return fearless::spawn([parcel = std::move(parcel), &office] {
        parcel->stamps.push_back(office.next_stamp());
        return std::move(parcel);
    });
    // [send]
