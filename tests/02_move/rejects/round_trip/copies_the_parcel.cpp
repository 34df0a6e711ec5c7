// verdict: wrong_result
// test: RoundTrip.it_is_the_same_parcel_not_a_copy
// why: Safe, but what comes back is a copy; the one that was sent is destroyed.

    // [send]
    return fearless::spawn([content = *parcel, &office]() mutable {
        content.stamps.push_back(office.next_stamp());
        return std::make_unique<Parcel>(std::move(content));
    });
    // [send]
