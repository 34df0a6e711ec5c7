// verdict: wrong_result
// test: SendMembers.one_member_spoils_the_whole_however_deep_it_stands
// why: || where && belongs: the int is fine, and the pointer goes along.

    // [members_are_send]
    return (Send<Members> || ...);
    // [members_are_send]
