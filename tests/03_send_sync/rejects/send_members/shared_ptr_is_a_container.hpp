// verdict: wrong_result
// test: SendMembers.copies_of_a_shared_ptr_share_so_what_they_share_must_be_sync
// why: A copy of a shared_ptr is no copy of what it owns: both threads have the one int.

    // [shared_ptr_is_send]
    return Send<T>;
    // [shared_ptr_is_send]
