// verdict: wrong_result
// test: SendSync.what_is_const_can_be_read_by_all
// why: A const number has no reader that it could surprise.

    // [scalar_is_sync]
    return false;
    // [scalar_is_sync]
