// verdict: leak
// why: release() ends all ownership: when the office throws, nobody deletes the parcel.

    // [send]
    return fearless::spawn([parcel = parcel.release(), &office] {
        parcel->stamps.push_back(office.next_stamp());
        return std::unique_ptr<Parcel>(parcel);
    });
    // [send]
