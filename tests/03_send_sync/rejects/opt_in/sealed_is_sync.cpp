// verdict: wrong_result
// test: OptIn.several_threads_may_look_at_a_sealed_value_that_can_be_read_by_all
// why: Nobody can write to the T inside, but the whole can be assigned to.

// [promises]
// A value: what belongs to one owner may go anywhere, and reading it changes nothing.
template <>
inline constexpr bool fearless::enable_send<opt_in::Temperature> = true;
template <>
inline constexpr bool fearless::enable_sync<const opt_in::Temperature> = true;

// The pointer has one owner, who takes it along.
template <>
inline constexpr bool fearless::enable_send<opt_in::Buffer> = true;
template <>
inline constexpr bool fearless::enable_sync<const opt_in::Buffer> = true;

// The lock orders all who use it, and the last one may be anybody.
template <>
inline constexpr bool fearless::enable_send<opt_in::Tally> = true;
template <>
inline constexpr bool fearless::enable_sync<opt_in::Tally> = true;

// One thread may have it after another, but two at once would race.
template <>
inline constexpr bool fearless::enable_send<opt_in::Lookup> = true;

// The same number means another place on another thread.
template <>
inline constexpr bool fearless::enable_send<opt_in::Slot> = false;

// As the T inside. What is not const can be assigned to, so only a const one is for several
// threads.
template <typename T>
inline constexpr bool fearless::enable_send<opt_in::Sealed<T>> = Send<T>;
template <typename T>
inline constexpr bool fearless::enable_sync<opt_in::Sealed<T>> = Sync<const T>;
// [promises]
