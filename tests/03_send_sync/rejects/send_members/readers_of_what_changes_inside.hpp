// verdict: wrong_result
// test: SendMembers.several_threads_may_read_one_container_but_not_change_it
// why: Nobody changes the vector, and whoever reads an element changes its mutable member.

    // [const_owner_is_sync]
    return (Send<Owned> && ...);
    // [const_owner_is_sync]
