// verdict: wrong_result
// test: SendMembers.several_threads_may_read_a_const_aggregate_unless_a_member_is_mutable
// why: One const member is taken as a sign that the object is const, and the mutable one gets a
// const that it does not have.

    // [members_are_sync]
    if constexpr ((std::is_const_v<Members> || ...)) {
        return (Sync<const Members> && ...);
    } else {
        return (Sync<Members> && ...);
    }
    // [members_are_sync]
