// why: The assignments drop by hand, take the new owner first, and look out for themselves.

        // [assign]
        if (other.block_ && other.block_->owners.fetch_add(1, relaxed) > most_owners) std::abort();
        drop();
        block_ = other.block_;
        // [assign]

        // [move_assign]
        if (this != &other) {
            drop();
            block_ = std::exchange(other.block_, nullptr);
        }
        // [move_assign]

        // [drop]
        drop();
        // [drop]

    // [members]
    using enum std::memory_order;

    void drop() noexcept {
        if (!block_ || block_->owners.fetch_sub(1, release) != 1) return;
        (void)block_->owners.load(acquire);
        delete block_;
    }

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
