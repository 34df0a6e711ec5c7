// verdict: use_after_free
// why: Two smart pointers made from one raw pointer do not know of each other: both delete.

    // [send]
    std::shared_ptr<Parcel> shared(parcel.get());
    return fearless::spawn([shared, &office] {
        std::string stamp = office.next_stamp();
        shared->stamps.push_back(std::move(stamp));
        return std::make_unique<Parcel>(*shared);
    });
    // [send]
