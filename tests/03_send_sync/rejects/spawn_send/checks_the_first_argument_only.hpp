// verdict: should_not_compile
// why: One of the arguments is asked, the others come along.

#include <tuple>

    // [spawn_send]
    using Result = typename detail::SpawnResult<F, Args...>::Type;
    detail::require_send<detail::spawn_callable, std::decay_t<F>>();
    detail::require_send<detail::spawn_argument,
                         std::tuple_element_t<0, std::tuple<std::decay_t<Args>..., int>>>();
    if constexpr (!std::is_void_v<Result>) detail::require_send<detail::spawn_result, Result>();
    return spawn(std::forward<F>(f), std::forward<Args>(args)...);
    // [spawn_send]
