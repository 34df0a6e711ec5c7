// verdict: data_race
// why: A plain number that two threads count in: this is Rc.

        // [copy]
        if (block_ && block_->owners++ > most_owners) std::abort();
        // [copy]

        // [drop]
        if (block_ && --block_->owners == 0) delete block_;
        // [drop]

        // [strong_count]
        return block_ ? block_->owners : 0;
        // [strong_count]

        // [get_mut]
        return block_->owners == 1 ? &block_->value : nullptr;
        // [get_mut]

    // [members]
    struct Block {
        template <typename... Args>
        explicit Block(Args&&... args) : value(std::forward<Args>(args)...) {}
        T value;
        std::size_t owners = 1;
    };
    static constexpr std::size_t most_owners = std::numeric_limits<std::size_t>::max() / 2;

    explicit Arc(Block* block) noexcept : block_(block) {}

    Block* block_;
    // [members]
