// verdict: wrong_result
// test: RoundTrip.a_closed_office_reaches_the_sender_and_no_parcel_is_left_over
// why: The parcel comes back without a stamp, and nobody hears that the office was closed.

    // [send]
    return fearless::spawn([parcel = std::move(parcel), &office]() mutable {
        try {
            parcel->stamps.push_back(office.next_stamp());
        } catch (...) {
        }
        return std::move(parcel);
    });
    // [send]
