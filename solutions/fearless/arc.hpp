// A value with several owners on several threads: the last one destroys it.
//
//     auto recipe = fearless::make_arc<std::string>("flour, water, salt");
//     auto reader = fearless::spawn([mine = recipe.clone()] { return mine->size(); });
//     std::cout << *recipe << std::move(reader).join();
//
// Promises
//   - make_arc<T>(args...) makes one T from args, and its count, in one allocation. An exception of
//     T's constructor comes out, and nothing is left behind.
//   - A copy is one more owner of the same T; clone() says so by name. A move hands the ownership
//     on and leaves an empty Arc, which may be copied, assigned to, destroyed and asked: get() is
//     null then, and strong_count() is 0.
//   - The T is destroyed exactly once, by the owner that goes last, on whichever thread that is.
//     All that any owner did with the T happens before.
//   - An owner reads the T: get(), * and -> give it out as const. get_mut() gives it out to be
//     changed where this is the only owner, and nullptr otherwise.
//   - try_unwrap() moves the T out where this is the only owner, and gives the Arc back otherwise.
//     Where several owners try at the same time and each drops what it gets back, at most one gets
//     the T, and it may be none.
//   - Arc<T> is Send when T is Send and a const T is Sync, and as const it is Sync then, too.
//   - More owners than half a std::size_t can count end the program: the count never wraps round.
// Requires
//   - *, ->, clone(), get_mut() and try_unwrap() are called on an Arc that is not empty.
//   - Whoever holds what get_mut() gave out makes no copy of the Arc meanwhile.
//   - T's destructor does not throw.
// Threads
//   Each thread has an Arc of its own; one Arc is not for two threads, unless neither changes it.
// Memory ordering
//   A copy counts up relaxed: who copies is an owner already, so the T stays. Dropping counts down
//   with release, and pairs with the acquire of the owner that goes last, of get_mut() and of
//   try_unwrap(). strong_count() is relaxed: it may be old news when it returns.
// Not for
//   Cycles: two Arcs that hold each other are never destroyed. Nor for deciding by strong_count()
//   what to do; ask get_mut() or try_unwrap().
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <expected>
#include <fearless/send_sync.hpp>
#include <fearless/todo.hpp>
#include <limits>
#include <utility>

namespace fearless {

// One of the owners of a T, on any thread.
template <typename T>
class [[nodiscard]] Arc {
  public:
    // One more owner of the same value.
    Arc(const Arc& other) noexcept : block_(other.block_) {
        // [copy]
        // Relaxed: `other` keeps the block alive meanwhile, and nothing is read through the count.
        if (block_ && block_->owners.fetch_add(1, relaxed) > most_owners) {
            std::abort();
        }
        // [copy]
    }

    // Takes the ownership over; the other Arc is empty then.
    // [move]
    Arc(Arc&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
    // [move]

    // Drops what it owned, and is one more owner of the other's value.
    Arc& operator=(const Arc& other) noexcept {
        // [assign]
        Arc copy(other);
        std::swap(block_, copy.block_);
        // [assign]
        return *this;
    }

    // Drops what it owned, and takes the other's ownership over.
    Arc& operator=(Arc&& other) noexcept {
        // [move_assign]
        Arc taken(std::move(other));
        std::swap(block_, taken.block_);
        // [move_assign]
        return *this;
    }

    // The last owner destroys the value.
    ~Arc() {
        // [drop]
        // Release: what this owner did is done before it no longer counts. The acquire of the last
        // one sees all of that, and only then destroys.
        if (!block_ || block_->owners.fetch_sub(1, release) != 1) return;
        (void)block_->owners.load(acquire);
        delete block_;
        // [drop]
    }

    // A copy, said by name.
    Arc clone() const noexcept { return *this; }

    // The value, to be read; nullptr for an empty Arc.
    const T* get() const noexcept { return block_ ? &block_->value : nullptr; }
    // The value, to be read, of an Arc that is not empty.
    const T& operator*() const noexcept { return block_->value; }
    const T* operator->() const noexcept { return &block_->value; }

    // How many owners there were a moment ago.
    std::size_t strong_count() const noexcept {
        // [strong_count]
        return block_ ? block_->owners.load(relaxed) : 0;
        // [strong_count]
    }

    // The value, to be changed, where nobody else owns it; otherwise nullptr.
    T* get_mut() noexcept {
        // [get_mut]
        // Nobody else can make a copy where there is no other owner, so the answer holds.
        return block_->owners.load(acquire) == 1 ? &block_->value : nullptr;
        // [get_mut]
    }

    // The value itself where nobody else owns it; otherwise this Arc.
    std::expected<T, Arc> try_unwrap() && {
        // [try_unwrap]
        if (!get_mut()) return std::unexpected(std::move(*this));
        Arc last(std::move(*this));
        return std::move(last.block_->value);
        // [try_unwrap]
    }

  private:
    template <typename U, typename... Args>
    friend Arc<U> make_arc(Args&&... args);

    // [members]
    using enum std::memory_order;

    struct Block {
        template <typename... Args>
        explicit Block(Args&&... args) : value(std::forward<Args>(args)...) {}
        T value;
        std::atomic<std::size_t> owners = 1;
    };
    static constexpr std::size_t most_owners = std::numeric_limits<std::size_t>::max() / 2;

    explicit Arc(Block* block) noexcept : block_(block) {}

    Block* block_;
    // [members]
};

// Makes a T from the arguments, and its first owner.
template <typename T, typename... Args>
Arc<T> make_arc(Args&&... args) {
    return Arc<T>(new typename Arc<T>::Block(std::forward<Args>(args)...));
}

// The owners share one T that none of them changes, and any of them may destroy it.
template <typename T>
inline constexpr bool enable_send<Arc<T>> = Send<T> && Sync<const T>;
template <typename T>
inline constexpr bool enable_sync<const Arc<T>> = Send<T> && Sync<const T>;

}  // namespace fearless
