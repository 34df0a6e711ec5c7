// verdict: wrong_result
// test: SendMembers.several_threads_may_read_a_const_aggregate_unless_a_member_is_mutable
// why: A const member may have a mutable one in it; only Sync of the const type knows.

    // [members_are_sync]
    return ((Sync<Members> || (std::is_const_v<Members> && Send<Members>)) && ...);
    // [members_are_sync]
