// verdict: wrong_result
// test: SendMembers.one_member_spoils_the_whole_however_deep_it_stands
// why: The first member is asked for all.

    // [members_are_send]
    return Send<std::tuple_element_t<0, std::tuple<Members..., int>>>;
    // [members_are_send]
