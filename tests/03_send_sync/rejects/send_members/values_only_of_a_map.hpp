// verdict: wrong_result
// test: SendMembers.a_container_of_pointers_does_not_travel
// why: Keys are elements, too; the last argument but two is not all.

    // [owner_is_send]
    using Last = std::tuple_element_t<(sizeof...(Owned) > 1 ? 1 : 0), std::tuple<Owned...>>;
    return Send<Last>;
    // [owner_is_send]
