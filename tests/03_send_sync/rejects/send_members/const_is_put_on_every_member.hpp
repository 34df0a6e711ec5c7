// verdict: wrong_result
// test: SendMembers.several_threads_may_use_what_is_made_of_sync_members_only
// why: A const is put on every member, on those that can be changed, too.

    // [members_are_sync]
    return (Sync<const Members> && ...);
    // [members_are_sync]
