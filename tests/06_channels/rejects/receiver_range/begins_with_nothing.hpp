// verdict: wrong_result
// why: Nobody receives the first value, so the loop looks empty.

        // [begin]
        // [begin]
