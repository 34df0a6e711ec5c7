// why: The copy is made inside of with, under the lock.

    // [latest]
    Reading latest() {
        return latest_.with([](Reading& reading) { return reading; });
    }
    // [latest]
