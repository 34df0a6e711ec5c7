// verdict: use_after_free
// why: The smart pointer stays behind and deletes; the thread got a reference to what it deleted.

    // [send]
    Parcel& content = *parcel;
    return fearless::spawn([&content, &office] {
        std::string stamp = office.next_stamp();
        content.stamps.push_back(std::move(stamp));
        return std::make_unique<Parcel>(std::move(content));
    });
    // [send]
