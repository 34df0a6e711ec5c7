// why: std::conjunction stops at the first that is not.

    // [members_are_sync]
    return std::conjunction_v<std::bool_constant<Sync<Members>>...>;
    // [members_are_sync]

    // [owner_is_send]
    return std::conjunction_v<std::bool_constant<Send<Owned>>...>;
    // [owner_is_send]

    // [const_owner_is_sync]
    return members_are_sync(Types<const Owned...>());
    // [const_owner_is_sync]
