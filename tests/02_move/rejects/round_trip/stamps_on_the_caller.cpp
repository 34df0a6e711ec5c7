// verdict: wrong_result
// test: RoundTrip.the_sender_does_not_wait_for_the_stamp
// why: The work is done before the thread starts, so the sender waits and the thread only carries.

    // [send]
    parcel->stamps.push_back(office.next_stamp());
    return fearless::spawn([parcel = std::move(parcel)]() mutable { return std::move(parcel); });
    // [send]
