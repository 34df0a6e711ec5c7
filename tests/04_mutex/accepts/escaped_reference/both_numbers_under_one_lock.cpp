// why: The reading is put together from two numbers, both read under the same lock.

    // [latest]
    Reading latest() {
        auto latest = latest_.lock();
        const int celsius = latest->celsius;
        const int minute = latest->minute;
        return {celsius, minute};
    }
    // [latest]
