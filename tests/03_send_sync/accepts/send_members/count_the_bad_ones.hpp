// why: Counts what does not travel, and wants none.

    // [members_are_send]
    return (0 + ... + int(!Send<Members>)) == 0;
    // [members_are_send]

    // [owner_is_send]
    return members_are_send(Types<Owned...>());
    // [owner_is_send]
