// why: try_unwrap takes the last ownership away with a compare-exchange, as Rust does, and then no
// copy is left that could count.

#include <memory>

        // [try_unwrap]
        std::size_t one = 1;
        if (!block_->owners.compare_exchange_strong(one, 0, acquire, relaxed)) {
            return std::unexpected(std::move(*this));
        }
        std::unique_ptr<Block> last(std::exchange(block_, nullptr));
        return std::move(last->value);
        // [try_unwrap]
