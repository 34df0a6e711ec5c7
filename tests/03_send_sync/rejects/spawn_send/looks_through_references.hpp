// verdict: should_not_compile
// says: REFERENCE
// why: std::ref unwrapped and then decayed: the value may travel, and the thread gets no value.

#include <functional>

    // [spawn_send]
    using Result = typename detail::SpawnResult<F, Args...>::Type;
    detail::require_send<detail::spawn_callable, std::decay_t<F>>();
    (detail::require_send<detail::spawn_argument, std::decay_t<std::unwrap_ref_decay_t<Args>>>(),
     ...);
    if constexpr (!std::is_void_v<Result>) detail::require_send<detail::spawn_result, Result>();
    return spawn(std::forward<F>(f), std::forward<Args>(args)...);
    // [spawn_send]
