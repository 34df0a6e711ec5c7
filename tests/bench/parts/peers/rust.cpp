// Rust: its standard library, and the crates crossbeam-channel and parking_lot where they are
// installed. The loops are in Rust (peers/rust), so that nothing is paid for the border between the
// languages; the clock is the same as everybody's.
#include <cstddef>
#include <cstdint>
#include <string>

#include "../arc.hpp"
#include "../channel.hpp"
#include "../mutex.hpp"
#include "../rw_lock.hpp"

namespace {

// Threads that run, and what the measured thread does meanwhile.
struct Work;

extern "C" {
void rust_run(Work*, std::uint64_t times);
void rust_end(Work*);

Work* rust_std_flow(std::size_t bound, std::uint64_t senders, std::uint64_t values);
Work* rust_std_there_and_back(std::uint64_t values);
void rust_std_mutex(std::uint64_t times);
void rust_std_rw_lock_read(std::uint64_t times);
void rust_std_rw_lock_write_one_in_a_hundred(std::uint64_t times);
void rust_std_arc_clone(std::uint64_t times);
void rust_std_arc_make(std::uint64_t times);

Work* rust_crossbeam_flow(std::size_t bound, std::uint64_t senders, std::uint64_t values);
Work* rust_crossbeam_there_and_back(std::uint64_t values);

void rust_parking_lot_mutex(std::uint64_t times);
void rust_parking_lot_rw_lock_read(std::uint64_t times);
void rust_parking_lot_rw_lock_write_one_in_a_hundred(std::uint64_t times);
}

std::uint64_t times_of(const benchmark::State& state) {
    return static_cast<std::uint64_t>(state.max_iterations);
}

template <auto loop>
void in_rust(benchmark::State& state) {
    while (state.KeepRunningBatch(state.max_iterations)) loop(times_of(state));
}

void run_and_end(benchmark::State& state, Work* work) {
    while (state.KeepRunningBatch(state.max_iterations)) rust_run(work, times_of(state));
    rust_end(work);
}

template <auto start, std::size_t bound>
void flow(benchmark::State& state) {
    const auto senders = static_cast<std::uint64_t>(state.range(0));
    run_and_end(state, start(bound, senders, times_of(state)));
}

template <auto start>
void there_and_back(benchmark::State& state) {
    run_and_end(state, start(times_of(state)));
}

template <auto start_flow, auto start_there_and_back>
void register_channels(const std::string& who) {
    using namespace channel_bench;
    register_flow(unbounded, who, ::flow<start_flow, no_bound>);
    register_flow(bounded, who, ::flow<start_flow, bound>);
    register_flow(rendezvous, who, ::flow<start_flow, 0>, {1});
    register_there_and_back(who, ::there_and_back<start_there_and_back>);
}

[[maybe_unused]] const bool registered = [] {
    const std::string rust = "Rust " RUST_VERSION " ";  // it was written anew between versions
    register_channels<rust_std_flow, rust_std_there_and_back>(rust + "std::sync::mpsc");
    mutex_bench::register_mutex(rust + "std::sync::Mutex", in_rust<rust_std_mutex>);
    rw_lock_bench::register_rw_lock(rust + "std::sync::RwLock", in_rust<rust_std_rw_lock_read>,
                                    in_rust<rust_std_rw_lock_write_one_in_a_hundred>);
    arc_bench::register_arc(rust + "std::sync::Arc", in_rust<rust_std_arc_clone>,
                            in_rust<rust_std_arc_make>);
#ifdef WITH_CROSSBEAM
    register_channels<rust_crossbeam_flow, rust_crossbeam_there_and_back>("crossbeam-channel");
#endif
#ifdef WITH_PARKING_LOT
    mutex_bench::register_mutex("parking_lot::Mutex", in_rust<rust_parking_lot_mutex>);
    rw_lock_bench::register_rw_lock("parking_lot::RwLock", in_rust<rust_parking_lot_rw_lock_read>,
                                    in_rust<rust_parking_lot_rw_lock_write_one_in_a_hundred>);
#endif
    return true;
}();

}  // namespace
