// verdict: wrong_result
// test: Arc.make_arc_makes_the_value_from_its_arguments_in_one_allocation
// why: The count in a block of its own: right, and twice the allocations and the cache misses.

#include <memory>

    // [members]
    using enum std::memory_order;

    struct Block {
        template <typename... Args>
        explicit Block(Args&&... args) : value(std::forward<Args>(args)...) {}
        T value;
        std::unique_ptr<std::atomic<std::size_t>> count =
            std::make_unique<std::atomic<std::size_t>>(1);
        std::atomic<std::size_t>& owners = *count;
    };
    static constexpr std::size_t most_owners = std::numeric_limits<std::size_t>::max() / 2;

    explicit Arc(Block* block) noexcept : block_(block) {}

    Block* block_;
    // [members]
