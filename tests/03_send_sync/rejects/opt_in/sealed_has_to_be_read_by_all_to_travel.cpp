// verdict: wrong_result
// test: OptIn.a_template_is_what_its_argument_is
// why: That is the rule of an Arc, which is shared; a Sealed has one owner at a time.

// Six classes that the compiler cannot look into, or that it misjudges.
#include <cstddef>
#include <fearless/send_sync.hpp>
#include <mutex>
#include <utility>

namespace opt_in {

// A number behind private members. Copies have nothing in common.
class Temperature {
  public:
    explicit Temperature(double degrees) : degrees_(degrees) {}
    double degrees() const { return degrees_; }
    void warm_up(double by) { degrees_ += by; }

  private:
    double degrees_;
};

// Owns its bytes alone, and a move leaves none of them behind. Its const functions only read.
class Buffer {
  public:
    explicit Buffer(std::size_t size) : bytes_(new char[size]{}), size_(size) {}
    Buffer(Buffer&& other) noexcept
        : bytes_(std::exchange(other.bytes_, nullptr)), size_(other.size_) {}
    Buffer& operator=(Buffer other) noexcept {
        std::swap(bytes_, other.bytes_);
        size_ = other.size_;
        return *this;
    }
    ~Buffer() { delete[] bytes_; }
    std::size_t size() const { return size_; }
    char at(std::size_t place) const { return bytes_[place]; }
    void write(std::size_t place, char byte) { bytes_[place] = byte; }

  private:
    char* bytes_;
    std::size_t size_;
};

// Every member function takes the lock. It cannot be copied or moved; any thread may destroy it.
class Tally {
  public:
    void add(int votes) {
        const std::lock_guard hold(mutex_);
        votes_ += votes;
    }
    int votes() const {
        const std::lock_guard hold(mutex_);
        return votes_;
    }

  private:
    mutable std::mutex mutex_;
    int votes_ = 0;
};

// Remembers the last answer, without a lock: const for the caller, and it changes inside.
class Lookup {
  public:
    int square(int number) const {
        if (number != last_) square_ = (last_ = number) * number;
        return square_;
    }

  private:
    mutable int last_ = 0, square_ = 0;
};

// The number of a place in a table that each thread has for itself (`thread_local`).
struct Slot {
    int place;
};

// Holds whatever T it is given, and lends it out to be read. It can be assigned to as a whole.
template <typename T>
class Sealed {
  public:
    explicit Sealed(T value) : value_(std::move(value)) {}
    const T& look() const { return value_; }

  private:
    T value_;
};

}  // namespace opt_in

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
inline constexpr bool fearless::enable_send<opt_in::Sealed<T>> = Send<T> && Sync<const T>;
template <typename T>
inline constexpr bool fearless::enable_sync<const opt_in::Sealed<T>> = Sync<const T>;
// [promises]
