// verdict: wrong_result
// test: SendMembers.copies_of_a_shared_ptr_share_so_what_they_share_must_be_sync
// why: The count is safe; the object behind it is what it always was.

    // [shared_ptr_is_send]
    return true;
    // [shared_ptr_is_send]
