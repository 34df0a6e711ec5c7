// verdict: wrong_result
// test: OptIn.several_threads_may_read_a_temperature_but_not_warm_it_up
// why: One promise for all, because it compiles.

// [promises]
template <>
inline constexpr bool fearless::enable_send<opt_in::Temperature> = true;
template <>
inline constexpr bool fearless::enable_send<opt_in::Buffer> = true;
template <>
inline constexpr bool fearless::enable_send<opt_in::Tally> = true;
template <>
inline constexpr bool fearless::enable_send<opt_in::Lookup> = true;
template <>
inline constexpr bool fearless::enable_sync<opt_in::Temperature> = true;
template <>
inline constexpr bool fearless::enable_sync<opt_in::Buffer> = true;
template <>
inline constexpr bool fearless::enable_sync<opt_in::Tally> = true;
template <>
inline constexpr bool fearless::enable_sync<opt_in::Lookup> = true;
// [promises]
