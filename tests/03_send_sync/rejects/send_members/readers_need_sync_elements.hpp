// verdict: wrong_result
// test: SendMembers.several_threads_may_read_a_const_aggregate_unless_a_member_is_mutable
// why: The elements of a const container are const: asking for Sync without const refuses what is
// fine.

    // [const_owner_is_sync]
    return (Sync<Owned> && ...);
    // [const_owner_is_sync]
