// verdict: compile_error
// why: What cannot be copied does not get out, and the rest is copied.

        // [into_inner]
        const T& inside = value_;
        return inside;
        // [into_inner]
