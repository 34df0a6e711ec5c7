// verdict: wrong_result
// test: OptIn.a_number_that_means_something_on_one_thread_only_stays_there
// why: A slot is an int like others, and two threads that write to one race.

// [promises]
template <>
inline constexpr bool fearless::enable_send<opt_in::Temperature> = true;
template <>
inline constexpr bool fearless::enable_sync<const opt_in::Temperature> = true;
template <>
inline constexpr bool fearless::enable_send<opt_in::Buffer> = true;
template <>
inline constexpr bool fearless::enable_sync<const opt_in::Buffer> = true;
template <>
inline constexpr bool fearless::enable_send<opt_in::Tally> = true;
template <>
inline constexpr bool fearless::enable_sync<opt_in::Tally> = true;
template <>
inline constexpr bool fearless::enable_send<opt_in::Lookup> = true;
template <>
inline constexpr bool fearless::enable_send<opt_in::Slot> = false;

template <typename T>
inline constexpr bool fearless::enable_send<opt_in::Sealed<T>> = fearless::Send<T>;
template <typename T>
inline constexpr bool fearless::enable_sync<const opt_in::Sealed<T>> = fearless::Sync<const T>;
template <>
inline constexpr bool fearless::enable_sync<const opt_in::Slot> = false;

template <>
inline constexpr bool fearless::enable_sync<opt_in::Slot> = true;
// [promises]
