// verdict: wrong_result
// test: SendSync.numbers_enums_and_nullptr_travel
// why: Arithmetic types are not all that there is: an enum is none.

    // [scalar_is_send]
    return std::is_arithmetic_v<T>;
    // [scalar_is_send]
