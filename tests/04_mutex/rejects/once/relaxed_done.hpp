// verdict: data_race
// why: It says that it is done, and what was done is not handed over.

        // [is_done]
        return word_.load(relaxed) == kDone;
        // [is_done]
