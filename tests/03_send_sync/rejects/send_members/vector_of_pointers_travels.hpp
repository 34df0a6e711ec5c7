// verdict: wrong_result
// test: SendMembers.a_container_of_pointers_does_not_travel
// why: A container owns its elements; here the elements are pointers to what it does not own.

    // [owner_is_send]
    return true;
    // [owner_is_send]
