// verdict: wrong_result
// test: SendMembers.an_aggregate_of_values_travels
// why: To travel is to be on one thread after another; nobody has to share.

    // [members_are_send]
    return ((Send<Members> && Sync<const Members>) && ...);
    // [members_are_send]
