// verdict: wrong_result
// test: SendMembers.a_container_of_pointers_does_not_travel
// why: The pointers are looked through, as if the container owned what they point to.

    // [owner_is_send]
    return (Send<std::remove_pointer_t<Owned>> && ...);
    // [owner_is_send]
