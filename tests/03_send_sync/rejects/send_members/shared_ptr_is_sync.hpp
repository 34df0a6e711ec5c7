// verdict: wrong_result
// test: SendMembers.a_shared_ptr_itself_is_not_for_several_threads
// why: The count is atomic, the pointer beside it is not: an assignment and a copy of one
// shared_ptr race.

// [shared_ptr]
template <typename T>
inline constexpr bool enable_sync<std::shared_ptr<T>> = detail::shared_ptr_is_send<T>();
// [shared_ptr]
