// verdict: wrong_result
// test: SendMembers.one_member_spoils_the_whole_however_deep_it_stands
// why: A struct without secrets may still hold a pointer.

    // [members_are_send]
    return true;
    // [members_are_send]
