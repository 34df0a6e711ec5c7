// A value with several owners on one thread: the last one destroys it.
//
//     auto recipe = fearless::make_rc<std::string>("flour, water, salt");
//     auto again = recipe.clone();
//     std::cout << *again << recipe.strong_count();  // 2
//
// Promises
//   - What Arc promises of its owners, with a plain number for the count; without get_mut() and
//     try_unwrap().
// Requires
//   - All owners of a value are on one thread, at least while any of them is copied, assigned to or
//     destroyed.
// Threads
//   One. Rc<T> is neither Send nor Sync, whatever T is.
// Memory ordering
//   None: that is what makes it cheaper than Arc, and wrong on two threads.
// Not for
//   Values that another thread may own, too; that is what Arc is for.
#pragma once

#include <cstddef>
#include <fearless/send_sync.hpp>
#include <utility>

namespace fearless {

// One of the owners of a T, all on one thread.
template <typename T>
class [[nodiscard]] Rc {
  public:
    // One more owner of the same value.
    Rc(const Rc& other) noexcept : block_(other.block_) {
        if (block_) ++block_->owners;
    }
    // Takes the ownership over; the other Rc is empty then.
    Rc(Rc&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
    // Drops what it owned.
    Rc& operator=(Rc other) noexcept {
        std::swap(block_, other.block_);
        return *this;
    }
    // The last owner destroys the value.
    ~Rc() {
        if (block_ && --block_->owners == 0) delete block_;
    }

    // A copy, said by name.
    Rc clone() const noexcept { return *this; }

    // The value, to be read; nullptr for an empty Rc.
    const T* get() const noexcept { return block_ ? &block_->value : nullptr; }
    // The value, to be read, of an Rc that is not empty.
    const T& operator*() const noexcept { return block_->value; }
    const T* operator->() const noexcept { return &block_->value; }
    // How many owners there are.
    std::size_t strong_count() const noexcept { return block_ ? block_->owners : 0; }

  private:
    template <typename U, typename... Args>
    friend Rc<U> make_rc(Args&&... args);

    struct Block {
        template <typename... Args>
        explicit Block(Args&&... args) : value(std::forward<Args>(args)...) {}
        T value;
        std::size_t owners = 1;
    };

    explicit Rc(Block* block) noexcept : block_(block) {}

    Block* block_;
};

// Makes a T from the arguments, and its first owner.
template <typename T, typename... Args>
Rc<T> make_rc(Args&&... args) {
    return Rc<T>(new typename Rc<T>::Block(std::forward<Args>(args)...));
}

// Two owners count in one plain number.
template <typename T>
inline constexpr bool enable_send<Rc<T>> = false;
template <typename T>
inline constexpr bool enable_sync<const Rc<T>> = false;

}  // namespace fearless
