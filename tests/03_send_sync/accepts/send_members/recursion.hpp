// why: One after the other, as before there were folds.

    // [members_are_send]
    if constexpr (sizeof...(Members) == 0) {
        return true;
    } else {
        return []<typename First, typename... Others>(Types<First, Others...>) {
            return Send<First> && members_are_send(Types<Others...>());
        }(Types<Members...>());
    }
    // [members_are_send]
