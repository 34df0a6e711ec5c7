// verdict: wrong_result
// test: SendMembers.the_last_copy_of_a_shared_ptr_destroys_so_what_they_share_must_be_send
// why: Whoever goes last destroys, on its own thread.

    // [shared_ptr_is_send]
    return Sync<T>;
    // [shared_ptr_is_send]
