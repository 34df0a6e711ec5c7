// How a receiver waits that can be told to stop.
//
//     fearless::Mailbox<std::string> box;
//     std::stop_source source;
//     source.request_stop();
//     std::cout << fearless::detail::take(box, source.get_token()).error();  // Stopped
//
// Promises
//   - take(core, stop) is take(core), and a request to stop ends the wait: then it says `stopped`.
//     The request wakes it, whenever it comes.
//   - What was put, or ended, before the stop was requested comes before `stopped`: a receiver that
//     goes on until it is stopped has all that was sent before.
//   - It takes a value only to give it back. What it has not taken stays in the core.
//   - A thread that waits sleeps.
//   - When it returns, or throws, neither the core nor the token knows an alarm of it.
// Requires
//   - core has try_take, watch and unwatch, as in mailbox.hpp.
// Threads
//   The one that takes. Any may request the stop.
// Memory ordering
//   That of try_take. A look at the token that sees the request is an acquire that pairs with the
//   release of the request, so the look at the core behind it sees what was put before.
// Not for
//   Senders that never pause: while there is something to take, it is taken. Who wants to leave
//   values behind asks the token before each call.
#pragma once

#include <expected>
#include <fearless/alarm.hpp>
#include <fearless/channel_error.hpp>
#include <fearless/todo.hpp>
#include <stop_token>

namespace fearless::detail {

// Waits for a value or the end, or until a stop is requested: `stopped`.
template <typename Core>
auto take(Core& core, std::stop_token stop) -> decltype(core.try_take()) {
    // [take_stop]
    for (;;) {
        const bool stopped = stop.stop_requested();  // before the look: what came first is found
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) return found;
        if (stopped) return std::unexpected(RecvError::stopped);
        Alarm alarm;
        if (!core.watch(alarm)) continue;
        {
            // Rings at once where the request has come already. Gone, it runs nowhere any more.
            const std::stop_callback wake(stop, [&alarm] { const WakeUp up = alarm.ring(); });
            alarm.wait();
        }
        core.unwatch();
    }
    // [take_stop]
}

}  // namespace fearless::detail
