// verdict: wrong_result
// test: SendMembers.several_threads_may_use_what_is_made_of_sync_members_only
// why: What may travel is not what several threads may use.

    // [members_are_sync]
    return (Send<Members> && ...);
    // [members_are_sync]
