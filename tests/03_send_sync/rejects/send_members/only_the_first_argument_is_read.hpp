// verdict: wrong_result
// test: SendMembers.several_threads_may_read_one_container_but_not_change_it
// why: A map has values behind its keys.

    // [const_owner_is_sync]
    return Sync<const std::tuple_element_t<0, std::tuple<Owned...>>>;
    // [const_owner_is_sync]
