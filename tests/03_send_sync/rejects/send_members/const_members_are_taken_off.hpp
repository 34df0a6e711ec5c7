// verdict: wrong_result
// test: SendMembers.several_threads_may_read_a_const_aggregate_unless_a_member_is_mutable
// why: What the members are apart from const is asked, so nothing that can be read can be shared.

    // [members_are_sync]
    return (Sync<std::remove_const_t<Members>> && ...);
    // [members_are_sync]
