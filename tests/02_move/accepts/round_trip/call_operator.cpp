// why: A class with a call operator is what a lambda is underneath.

    // [send]
    struct Trip {
        std::unique_ptr<Parcel> own;
        Office& office;
        std::unique_ptr<Parcel> operator()() {
            own->stamps.push_back(office.next_stamp());
            return std::move(own);
        }
    };
    return fearless::spawn(Trip{std::move(parcel), office});
    // [send]
