// verdict: wrong_result
// test: Arc.an_arc_that_is_assigned_to_itself_keeps_its_value
// why: The new owner counts itself when it is first used, and by then the others may all be gone.

        // [copy]
        // The count goes up when somebody needs to know it.
        counted_ = false;
        // [copy]

    // [move]
    Arc(Arc&& other) noexcept
        : block_(std::exchange(other.block_, nullptr)), counted_(other.counted_) {}
    // [move]

        // [assign]
        Arc copy(other);
        std::swap(block_, copy.block_);
        std::swap(counted_, copy.counted_);
        // [assign]

        // [move_assign]
        Arc taken(std::move(other));
        std::swap(block_, taken.block_);
        std::swap(counted_, taken.counted_);
        // [move_assign]

        // [drop]
        if (!block_ || !counted_) return;
        if (block_->owners.fetch_sub(1, release) != 1) return;
        (void)block_->owners.load(acquire);
        delete block_;
        // [drop]

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
    bool counted_ = true;
    // [members]
