// verdict: wrong_result
// test: SendMembers.several_threads_may_use_what_is_made_of_sync_members_only
// why: What stays where it is need not be able to travel.

    // [members_are_sync]
    return ((Send<Members> && Sync<Members>) && ...);
    // [members_are_sync]
