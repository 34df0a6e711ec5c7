// verdict: wrong_result
// test: SendMembers.a_const_unique_ptr_does_not_make_its_object_const
// why: A const unique_ptr<int> gives out an int& that is not const.

    // [const_unique_ptr_is_sync]
    return Sync<const T>;
    // [const_unique_ptr_is_sync]
