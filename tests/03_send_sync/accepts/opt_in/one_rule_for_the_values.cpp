// why: Temperature and Buffer share one specialisation, constrained by a concept.

// [promises]
template <typename T>
concept ValueOfOneOwner =
    std::is_same_v<T, opt_in::Temperature> || std::is_same_v<T, opt_in::Buffer>;

template <ValueOfOneOwner T>
inline constexpr bool fearless::enable_send<T> = true;
template <ValueOfOneOwner T>
inline constexpr bool fearless::enable_sync<const T> = true;

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
inline constexpr bool fearless::enable_sync<const opt_in::Sealed<T>> = Sync<const T>;
// [promises]
