// verdict: wrong_result
// test: SendMembers.a_const_unique_ptr_does_not_make_its_object_const
// why: Nobody can take the object out of a const unique_ptr, so it need not travel.

    // [const_unique_ptr_is_sync]
    return Send<T> && Sync<T>;
    // [const_unique_ptr_is_sync]
